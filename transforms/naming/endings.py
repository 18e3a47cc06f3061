"""What the last word of a name of several words says it is the name of: general English, no list of names."""

_ORG = """academy administration agency airlines airways alliance army assembly associates association authority bank brothers
bureau cabinet centre center chamber church co coalition college command commission committee communities company confederation
congress consortium cooperative corp corporation corps council court department embassy enterprises exchange federation foundation
front fund government group holdings inc industries institute institution intelligence laboratories laboratory league llc llp ltd
media ministry movement network office organisation organization parliament partners party police post press plc pvt
panel mission restaurants school schools secretariat senate service services sdn bhd society solutions studios syndicate systems
taskforce team technologies telecom times tribune tribunal trust union university herald gazette gmbh nv sa se ag fc afc cf sc
united rovers hospital clinic hospitals academy club newspaper guard forces
bundestag knesset duma"""
_PLACE = """airport avenue bay beach boulevard bridge canal canyon city coast county creek desert district falls forest garden gardens
governorate harbour harbor highway hills island islands isles lake mosque mountain mountains municipality neighbourhood
neighborhood ocean palace park peninsula plateau port prefecture province region river road sea square stadium state
states strait straits street temple territories territory township tower tunnel valley village volcano"""
_MISC = """accord accords act agreement award awards bill championship championships convention cup day declaration derby
festival fest games law marathon olympics open pact prize protocol prix project summit treaty tournament trophy week
games goals plan index report strategy trail code charter"""
LABEL_OF_ENDING = {
    **dict.fromkeys(_ORG.split(), "ORG"),
    **dict.fromkeys(_PLACE.split(), "PLACE"),
    **dict.fromkeys(_MISC.split(), "MISC"),
}
