"""Given names that are borne, almost always, by women or by men: a hint at a person, and at the pronoun, where the text gives none.

Common knowledge of the languages of world news, written for this project; names that both bear (Sam, Robin, Andrea, Jean,
Nikita) are left out, and so a name that is not listed hints at nothing. What an article itself says goes before a hint.
"""

_WOMEN = frozenset(
    """abigail ada adele agnes aisha alexandra alexandria alice alicia alina alison allison amanda amber amelia amina amy ana
    anastasia andrée angela angelina anita anjali ann anna annabel anne annegret annette annie antonella antonia anya april
    aria ariana arlene ashleigh astrid audrey aurora ava ayesha barbara beatrice beatrix beatriz becky belinda bella bernadette
    beth bethany betsy betty beverly bianca birgit bonnie brenda bridget brigitte brittany brooke bronwyn camilla candice carla
    carly carmen carol carolina caroline carolyn carrie cassandra catalina catherine cathy cecilia celeste celia celine charlene
    charlotte chelsea cheryl chiara chloe christina christine cindy clara clare claudia colette colleen constance cora corinne
    courtney cristina crystal cynthia dagmar daisy danielle daniela daphne darlene dawn deborah debbie debra deirdre delia
    delphine denise diana diane dina dolores donna dora doreen doris dorothea dorothy edith edna eileen elaine eleanor elena
    elisa elisabeth elise eliza elizabeth ella ellen eloise elsa elsie emilia emily emma erica erika erin esperanza estelle esther
    ethel eugenia eva eve evelyn faith fatima fatma felicia felicity fernanda fiona flora florence frances francesca francine
    freya frida gabriela gabrielle gail gemma genevieve georgia georgina geraldine gertrude gillian gina gisela giulia gladys
    gloria grace greta gretchen guadalupe gwen gwendolyn hannah harriet heather heidi helen helena helga henrietta hilary hilda
    hilde hillary holly hope ida ilse imogen indira ines inga ingrid irena irene irina iris isabel isabella isabelle ivana jacqueline
    jana jane janet janice janine jasmine jaylene jennifer jenny jessica jill joan joanna joanne johanna josefina josephine
    joy joyce juana juanita judith judy julia juliana julie juliet june kaitlyn karen karin karina kate katherine kathleen kathryn
    kathy katie katja katrina kavita kayla kayleigh keisha kelsey kimberly kirsten kristin kristina kylie lakshmi lara larissa latoya
    laura lauren laurie leah leila lena leonora leticia lidia lila lilian lillian lily linda lisa liv liz lois lola lorna lorraine
    louisa louise lucia lucille lucinda lucy luisa lupita lydia lynn mabel madeleine madison maeve magdalena maggie manuela marcia
    maren margaret margarita margaux margot maria mariam mariana marianne marie marilyn marina marion marjorie marlene martha
    martina mary matilda maud maureen maya megan meera meghan melanie melania melinda melissa mercedes meredith mia michaela
    michelle mildred millicent milena mina mira miranda miriam moira molly mona monica monika muriel myra nadia nadine nancy
    naomi natalia natalie natasha nell nellie nicola nicole nina nora noreen norma octavia olga olivia olympia ophelia paige
    pamela patricia paula paulette pauline pearl peggy penelope penny petra philippa phoebe phyllis pilar polly priscilla priya
    rachel ramona rania raquel rebecca regina renata rhoda rhonda rita roberta rocio rosa rosalind rose rosemary rosie roxanne
    ruth sabina sabine sabrina sally samantha sandra sara sarah saskia savannah selena selma serena shannon sharon sheila shelley
    sheryl shirley siobhan sofia solveig sonia sophia sophie stacey stella stephanie sue susan susana susanna suzanne svetlana
    sybil sylvia tabitha tamara tamsin tania tanya tara tatiana teresa tessa thelma theresa tiffany tina toni tracey trudy ulrike
    uma ursula valentina valeria valerie vanessa vera veronica vicky victoria viola violet virginia vivian vivien wanda wendy
    whitney wilma winifred ximena yasmin yelena yolanda yulia yuki yvette yvonne zainab zara zeinab zelda zoe zofia
    anneke femke hanneke marijke sanne birgitte ingeborg kirsti siri sunniva tove agnieszka ewa malgorzata oksana olena tetiana
    marcy mindy trish deepa lata nirmala sunita aaliyah amira layla salma yara adaeze ngozi chiamaka wanjiru keiko yoko""".split()
)
_MEN = frozenset(
    """aaron abdul abdullah abraham adam adolfo adrian ahmad ahmed aidan alan albert alberto alejandro alessandro alexander alexei
    alfonso alfred ali alistair allan allen alvaro alvin amir anatoly anders andre andreas andrei andrew andriy andrzej angus
    antonio antony anthony anton antoine aram archibald archie arjun arlo armando arnold arthur arturo ashok axel barack barry basil
    ben benedict benjamin bernard bernd bernie bert bill billy bjorn bob bobby boris brad bradley brendan brent brett brian bruce
    bruno bryan calvin carl carlos cedric cesar chad charles charlie chris christian christoph christopher chuck clarence clark
    claus clay clement cliff clifford clive colin conor conrad craig curtis cyril cyrus damian damien dan daniel danny darren
    dave david davit dean dennis derek desmond dick diego dieter dimitri dirk dmitry dominic don donald doug douglas duncan dustin
    dwight earl eddie edgar eduardo edward edwin eli elias elliot emil emilio emmanuel emmett enrique erdogan eric erik ernest
    ernesto ethan eugene evan fabian farid felipe felix ferdinand fernando fidel florian francesco francis francisco franco frank
    franz fred frederick friedrich fritz gareth gary gavin gene geoff geoffrey george gerald gerard gerhard giacomo gilbert giles
    giorgio giovanni giuseppe glenn goran gordon graham grant greg gregory guido guillermo gunnar gunther gus gustav gustavo guy
    hamid hans harald harold harry hassan hector heinrich helmut henri henrik henry herbert herman hideo hiroshi horace howard hubert
    hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jake jamal james jared jason javier
    jeff jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan johannes john johnny jon jonas
    jonathan jorge jose josef joseph joshua juan juergen julian julio jurgen justin kareem karl keith kelvin ken kenneth kenji kevin
    khalid klaus knut konstantin kofi kurt kwame kyle lars lasse laurent lawrence leif leo leon leonard leonardo leopold
    leroy lewis liam lloyd lorenzo louis luca lucas luciano luigi luis lukas luke magnus mahmoud malcolm manuel marc marcel
    marcelo marco marcos marcus mario mark markus martin marvin mateusz matt matteo matthew matthias maurice mauricio max
    maximilian mehmet michael michel miguel mike mikhail miles milos mitch mitchell mohamed mohammad mohammed moses muhammad murray
    mustafa narendra nasser nathan nathaniel ned neil nelson nicholas nick nicolas nigel nikolai noah norbert norman odd olaf olav
    oleg oliver olivier omar orlando oscar oskar osman otto owen pablo paddy paolo pascal patrick paul pavel pedro per percy pete
    peter phil philip philippe pierre piers piotr rafael rahul raj rajesh ralph ramon randall randy raul ravi raymond reginald rene
    rex ricardo richard rick robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolf
    rupert russell ryan salman salvador samuel sanjay santiago saul scott sean sebastian seamus serge sergei sergey sergio seth shane
    sidney siegfried silvio simon stanley stefan stephen stephan steve steven stewart stuart sunil sven tariq ted terence terry theo
    theodore thomas tim timothy tobias todd tom tomas tommy tony torvald trevor tristan tyler ulrich umar vaughn vernon vicente
    victor vijay viktor vincent vinod vito vitaly vlad vladimir volodymyr wallace walter warren wayne werner wilfred wilhelm will
    willem william wolfgang xavier yuri yusuf zachary zoltan
    jeroen joost maarten pieter wouter henning jorgen mads rasmus sindre soren torben trygve grzegorz krzysztof pawel tomasz
    oleksandr petro serhiy amit anil deepak rakesh suresh vikram bilal faisal hamza osama chidi chukwu emeka kwabena takeshi""".split()
)


# Given names that also begin the names of places, firms and days.
_ALSO_ELSEWHERE = frozenset(
    """april june august faith grace hope joy virginia georgia carolina florence charlotte victoria madison savannah brittany
    brooke lydia olympia vienna aurora lourdes regina pearl ruby rose violet crystal amber daisy lily iris clay clark frank
    grant guy jack lance mark martin max norman odd rex rod santiago san diego salvador orlando houston dallas washington
    lincoln jordan israel francisco jose carmen mercedes tiffany chelsea whitney harry lawrence warren wayne barry roman
    christian major duke king earl bill dick basil rock mason page bell dean chase""".split()
)


def is_given_name(word: str) -> bool:
    """Whether a capitalised word is a listed given name that hardly stands for anything else."""
    return word.lower() in _GIVEN


_GIVEN = (_WOMEN | _MEN) - _ALSO_ELSEWHERE


def likely_gender(name: str) -> str | None:
    """`f` or `m` when the first word of a full name of at least two words is a listed given name, else None."""
    words = name.lower().split()
    if len(words) < 2:
        return None
    return "f" if words[0] in _WOMEN else "m" if words[0] in _MEN else None
