"""Cities that stand alone in datelines: no state or country is printed after them.

The domestic and foreign lists of the large agencies' style books, the capitals of the world, and the cities that the
agencies of South and East Asia print alone. A dateline need not be among them: a name in capitals, one with its region, or
one before an agency's credit is read whatever it is. The list serves where only a name and a dash or a colon are printed.
"""

_CITIES = """
Atlanta|Baltimore|Boston|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu|Houston|Indianapolis|Las Vegas|Los Angeles
Miami|Milwaukee|Minneapolis|New Orleans|New York|Oklahoma City|Philadelphia|Phoenix|Pittsburgh|St. Louis|Salt Lake City|San Antonio
San Diego|San Francisco|Seattle|Washington|Washington, D.C.|United Nations|Amsterdam|Athens|Baghdad|Bangkok|Barcelona|Beijing
Beirut|Berlin|Bogota|Bogotá|Brasilia|Brasília|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Caracas|Copenhagen|Dakar|Damascus
Dhaka|Djibouti|Doha|Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Guatemala City|Hamburg|Hanoi|Havana|Helsinki|Hong Kong|Islamabad
Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Karachi|Kathmandu|Khartoum|Kiev|Kinshasa|Kuala Lumpur|Kuwait City|Kyiv|Lagos|Lahore
La Paz|Lima|Lisbon|London|Luxembourg|Macau|Madrid|Manila|Mexico City|Milan|Monaco|Monrovia|Montreal|Moscow|Mumbai|Munich|Nairobi
New Delhi|Nicosia|Osaka|Oslo|Ottawa|Panama City|Paris|Phnom Penh|Prague|Pretoria|Quebec City|Quito|Rabat|Reykjavik|Riga|Rio de Janeiro
Riyadh|Rome|San Juan|San Salvador|Santiago|Santo Domingo|Sao Paulo|São Paulo|Sarajevo|Seoul|Shanghai|Singapore|Skopje|Sofia
Stockholm|Sydney|Taipei|Tallinn|Tbilisi|Tehran|Tel Aviv|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|Vatican City|Vienna|Vientiane|Vilnius
Warsaw|Wellington|Yangon|Yerevan|Zagreb|Zurich|Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Ankara|Baku|Bamako|Bengaluru|Bern
Bratislava|Brazzaville|Canberra|Chennai|Chisinau|Colombo|Conakry|Delhi|Freetown|Gaborone|Gaza City|Harare|Hyderabad|Juba|Kampala
Kigali|Kolkata|Libreville|Ljubljana|Luanda|Lusaka|Managua|Maputo|Minsk|Mogadishu|Montevideo|Muscat|N'Djamena|Niamey|Nouakchott
Ouagadougou|Peshawar|Podgorica|Port-au-Prince|Pristina|Pyongyang|Ramallah|Sanaa|Sana'a|San José|Tashkent|Tegucigalpa|Tirana|Yaoundé
Roma|Milano|Genève|Zürich|Wien|Bruxelles|Brussel|Lisboa|Moskau|München|Köln|Ciudad de México|La Habana|Den Haag|København|Londres
"""
CITIES = frozenset(name.casefold() for name in _CITIES.replace("\n", "|").split("|") if name)
