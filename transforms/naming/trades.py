"""Nouns that news puts before the name of an organisation to say what it is: "German carmaker", "the militia"."""

# What a firm makes or does; such a word is no part of its name, even with a capital at the start of a sentence.
TRADES = frozenset(
    """shipbuilder carmaker automaker retailer airline brewer lender insurer chipmaker drugmaker steelmaker planemaker publisher
    miner startup start-up brokerage consultancy broadcaster""".split()
)
# Any body, firms among them.
BODY_NOUNS = TRADES | frozenset(
    """company firm maker group brand giant newspaper daily magazine weekly agency network app platform website militia movement
    party club band bank developer manufacturer operator exchange ngo charity organisation organization watchdog union label chain
    conglomerate subsidiary outlet service supermarket utility producer faction alliance coalition channel outfit cooperative
    carrier side champions regulator university supplier fund unit""".split()
)
