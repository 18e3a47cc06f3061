"""English short forms of given names: "Joe" for "Joseph". Common knowledge, written for this project."""

_LONG_FORMS = """abby:abigail abe:abraham al:albert,alan,alfred alex:alexander,alexandra,alexis,alejandro andy:andrew,andreas
angie:angela art:arthur barb:barbara barney:bernard becky:rebecca ben:benjamin,benedict bernie:bernard bert:albert,robert,hubert
beth:elizabeth betsy:elizabeth betty:elizabeth bill:william billy:william bob:robert bobby:robert brad:bradley cathy:catherine
charlie:charles chris:christopher,christine,christina,christian chuck:charles cindy:cynthia dan:daniel danny:daniel dave:david
deb:deborah debbie:deborah dick:richard don:donald doug:douglas drew:andrew ed:edward,edwin,edmund edie:edith eddie:edward fran:frances
frank:francis,franklin fred:frederick,alfred gabby:gabrielle gabe:gabriel gene:eugene geoff:geoffrey greg:gregory gus:augustus hal:harold
hank:henry harry:harold,henry ike:isaac jack:john jake:jacob jan:janet jeff:jeffrey jen:jennifer jenny:jennifer jerry:gerald,jerome
jill:gillian jim:james jimmy:james joe:joseph joey:joseph johnny:john jon:jonathan josh:joshua judy:judith kate:katherine,catherine
kathy:katherine,kathleen katie:katherine ken:kenneth kim:kimberly larry:lawrence len:leonard leo:leonard,leopold liz:elizabeth,elisabeth
lou:louis,louise maggie:margaret mandy:amanda marty:martin matt:matthew max:maxwell,maximilian meg:margaret mickey:michael
mike:michael mitch:mitchell nancy:ann nate:nathan,nathaniel ned:edward nick:nicholas,nicolas nikki:nicole norm:norman pam:pamela
pat:patrick,patricia patty:patricia peggy:margaret pete:peter phil:philip,phillip ray:raymond rich:richard rick:richard
rob:robert robbie:robert ron:ronald ronnie:ronald rudy:rudolph,rudolf russ:russell sam:samuel,samantha sandy:alexander,sandra seb:sebastian
stan:stanley steve:stephen,steven steven:stephen sue:susan susie:susan ted:edward,theodore teddy:edward,theodore terry:terence,theresa
theo:theodore tim:timothy tom:thomas tommy:thomas toni:antonia tony:anthony,antony,antonio trish:patricia val:valerie
vicky:victoria vince:vincent wally:walter will:william zach:zachary"""
_TABLE = {short: tuple(long.split(",")) for short, _, long in (entry.partition(":") for entry in _LONG_FORMS.split())}


def long_forms(given: str) -> tuple[str, ...]:
    """The given names, itself first, that a folded given name may be printed for: "joe" → ("joe", "joseph")."""
    return (given, *_TABLE.get(given, ()))


def is_short_form(given: str) -> bool:
    """Whether a folded given name is a listed short form of another one."""
    return given in _TABLE
