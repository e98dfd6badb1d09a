#pragma once

#include <string_view>

/// The data behind countries.h, in the form of sorted_text.h: lines `key=value`, sorted by key.
/// Keys of names are folded (see `fold_words`), values are scope codes. countries.cc checks the
/// order at compile time.
namespace spearyx::normalize::tables {

/// All 249 entries of ISO 3166-1: a readable English name and the alpha-2 code, by name without
/// regard to case.
inline constexpr std::string_view kCountries =
    "Afghanistan=AF\nAlbania=AL\nAlgeria=DZ\nAmerican Samoa=AS\nAndorra=AD\nAngola=AO\n"
    "Anguilla=AI\nAntarctica=AQ\nAntigua and Barbuda=AG\nArgentina=AR\nArmenia=AM\n"
    "Aruba=AW\nAustralia=AU\nAustria=AT\nAzerbaijan=AZ\nBahamas=BS\nBahrain=BH\n"
    "Bangladesh=BD\nBarbados=BB\nBelarus=BY\nBelgium=BE\nBelize=BZ\nBenin=BJ\nBermuda=BM\n"
    "Bhutan=BT\nBolivia=BO\nBonaire, Sint Eustatius and Saba=BQ\n"
    "Bosnia and Herzegovina=BA\nBotswana=BW\nBouvet Island=BV\nBrazil=BR\n"
    "British Indian Ocean Territory=IO\nBritish Virgin Islands=VG\nBrunei=BN\nBulgaria=BG\n"
    "Burkina Faso=BF\nBurundi=BI\nCabo Verde=CV\nCambodia=KH\nCameroon=CM\nCanada=CA\n"
    "Cayman Islands=KY\nCentral African Republic=CF\nChad=TD\nChile=CL\nChina=CN\n"
    "Christmas Island=CX\nCocos (Keeling) Islands=CC\nColombia=CO\nComoros=KM\n"
    "Cook Islands=CK\nCosta Rica=CR\nCroatia=HR\nCuba=CU\nCuraçao=CW\nCyprus=CY\n"
    "Czechia=CZ\nCôte d'Ivoire=CI\nDemocratic Republic of the Congo=CD\nDenmark=DK\n"
    "Djibouti=DJ\nDominica=DM\nDominican Republic=DO\nEcuador=EC\nEgypt=EG\n"
    "El Salvador=SV\nEquatorial Guinea=GQ\nEritrea=ER\nEstonia=EE\nEswatini=SZ\n"
    "Ethiopia=ET\nFalkland Islands=FK\nFaroe Islands=FO\nFiji=FJ\nFinland=FI\nFrance=FR\n"
    "French Guiana=GF\nFrench Polynesia=PF\nFrench Southern Territories=TF\nGabon=GA\n"
    "Gambia=GM\nGeorgia=GE\nGermany=DE\nGhana=GH\nGibraltar=GI\nGreece=GR\nGreenland=GL\n"
    "Grenada=GD\nGuadeloupe=GP\nGuam=GU\nGuatemala=GT\nGuernsey=GG\nGuinea=GN\n"
    "Guinea-Bissau=GW\nGuyana=GY\nHaiti=HT\nHeard Island and McDonald Islands=HM\n"
    "Honduras=HN\nHong Kong=HK\nHungary=HU\nIceland=IS\nIndia=IN\nIndonesia=ID\nIran=IR\n"
    "Iraq=IQ\nIreland=IE\nIsle of Man=IM\nIsrael=IL\nItaly=IT\nJamaica=JM\nJapan=JP\n"
    "Jersey=JE\nJordan=JO\nKazakhstan=KZ\nKenya=KE\nKiribati=KI\nKuwait=KW\nKyrgyzstan=KG\n"
    "Laos=LA\nLatvia=LV\nLebanon=LB\nLesotho=LS\nLiberia=LR\nLibya=LY\nLiechtenstein=LI\n"
    "Lithuania=LT\nLuxembourg=LU\nMacao=MO\nMadagascar=MG\nMalawi=MW\nMalaysia=MY\n"
    "Maldives=MV\nMali=ML\nMalta=MT\nMarshall Islands=MH\nMartinique=MQ\nMauritania=MR\n"
    "Mauritius=MU\nMayotte=YT\nMexico=MX\nMicronesia=FM\nMoldova=MD\nMonaco=MC\n"
    "Mongolia=MN\nMontenegro=ME\nMontserrat=MS\nMorocco=MA\nMozambique=MZ\nMyanmar=MM\n"
    "Namibia=NA\nNauru=NR\nNepal=NP\nNetherlands=NL\nNew Caledonia=NC\nNew Zealand=NZ\n"
    "Nicaragua=NI\nNiger=NE\nNigeria=NG\nNiue=NU\nNorfolk Island=NF\nNorth Korea=KP\n"
    "North Macedonia=MK\nNorthern Mariana Islands=MP\nNorway=NO\nOman=OM\nPakistan=PK\n"
    "Palau=PW\nPalestine=PS\nPanama=PA\nPapua New Guinea=PG\nParaguay=PY\nPeru=PE\n"
    "Philippines=PH\nPitcairn=PN\nPoland=PL\nPortugal=PT\nPuerto Rico=PR\nQatar=QA\n"
    "Republic of the Congo=CG\nRomania=RO\nRussia=RU\nRwanda=RW\nRéunion=RE\n"
    "Saint Barthélemy=BL\nSaint Helena=SH\nSaint Kitts and Nevis=KN\nSaint Lucia=LC\n"
    "Saint Martin=MF\nSaint Pierre and Miquelon=PM\nSaint Vincent and the Grenadines=VC\n"
    "Samoa=WS\nSan Marino=SM\nSaudi Arabia=SA\nSenegal=SN\nSerbia=RS\nSeychelles=SC\n"
    "Sierra Leone=SL\nSingapore=SG\nSint Maarten=SX\nSlovakia=SK\nSlovenia=SI\n"
    "Solomon Islands=SB\nSomalia=SO\nSouth Africa=ZA\n"
    "South Georgia and the South Sandwich Islands=GS\nSouth Korea=KR\nSouth Sudan=SS\n"
    "Spain=ES\nSri Lanka=LK\nSudan=SD\nSuriname=SR\nSvalbard and Jan Mayen=SJ\nSweden=SE\n"
    "Switzerland=CH\nSyria=SY\nSão Tomé and Príncipe=ST\nTaiwan=TW\nTajikistan=TJ\n"
    "Tanzania=TZ\nThailand=TH\nTimor-Leste=TL\nTogo=TG\nTokelau=TK\nTonga=TO\n"
    "Trinidad and Tobago=TT\nTunisia=TN\nTurkmenistan=TM\nTurks and Caicos Islands=TC\n"
    "Tuvalu=TV\nTürkiye=TR\nU.S. Minor Outlying Islands=UM\nU.S. Virgin Islands=VI\n"
    "Uganda=UG\nUkraine=UA\nUnited Arab Emirates=AE\nUnited Kingdom=GB\nUnited States=US\n"
    "Uruguay=UY\nUzbekistan=UZ\nVanuatu=VU\nVatican City=VA\nVenezuela=VE\nVietnam=VN\n"
    "Wallis and Futuna=WF\nWestern Sahara=EH\nYemen=YE\nZambia=ZM\nZimbabwe=ZW\n"
    "Åland Islands=AX\n";

/// Other names, former names, names with accents, and the inverted forms of ISO 3166-1 ("Congo, The
/// Democratic Republic of the").
inline constexpr std::string_view kCountryNames =
    "aland=AX\naland islands=AX\nbolivarian republic of venezuela=VE\n"
    "bolivia plurinational state of=BO\nbonaire=BQ\nbonaire saint eustatius and saba=BQ\n"
    "bonaire sint eustatius and saba=BQ\nbosnia=BA\nbosnia herzegovina=BA\nbrasil=BR\n"
    "britain=GB\nbrunei darussalam=BN\nburma=MM\nbvi=VG\ncape verde=CV\n"
    "caribbean netherlands=BQ\ncocos islands=CC\ncocos keeling islands=CC\ncongo=CG\n"
    "congo brazzaville=CG\ncongo democratic republic of the=CD\ncongo kinshasa=CD\n"
    "congo republic of the=CG\ncongo the democratic republic of the=CD\ncote d ivoire=CI\n"
    "curacao=CW\nczech=CZ\nczech republic=CZ\ndanmark=DK\n"
    "democratic people s republic of korea=KP\ndemocratic republic of congo=CD\n"
    "deutschland=DE\ndprk=KP\ndr congo=CD\ndrc=CD\neast timor=TL\neire=IE\nemirates=AE\n"
    "england=GB\nespana=ES\nfaeroe islands=FO\nfalkland islands malvinas=FK\n"
    "federated states of micronesia=FM\ngreat britain=GB\nguinea bissau=GW\nholland=NL\n"
    "holy see=VA\nholy see vatican city state=VA\nhong kong sar=HK\n"
    "hong kong sar china=HK\niran islamic republic of=IR\nislamic republic of iran=IR\n"
    "italia=IT\nivory coast=CI\nkeeling islands=CC\nkingdom of saudi arabia=SA\nkorea=KR\n"
    "korea democratic people s republic of=KP\nkorea republic of=KR\nkorea south=KR\n"
    "ksa=SA\nlao pdr=LA\nlao people s democratic republic=LA\nluxemburg=LU\nmacau=MO\n"
    "macedonia=MK\nmacedonia the former yugoslav republic of=MK\nmainland china=CN\n"
    "micronesia federated states of=FM\nmoldova republic of=MD\nnederland=NL\n"
    "netherlands the=NL\nnorge=NO\nnorthern ireland=GB\npalestine state of=PS\n"
    "palestinian territories=PS\npalestinian territory occupied=PS\n"
    "people s republic of china=CN\nplurinational state of bolivia=BO\npolska=PL\nprc=CN\n"
    "republic of ireland=IE\nrepublic of korea=KR\nrepublic of moldova=MD\n"
    "republic of north macedonia=MK\nreunion=RE\nrussian federation=RU\n"
    "saint barthelemy=BL\nsaint helena ascension and tristan da cunha=SH\n"
    "saint martin french part=MF\nsao tome and principe=ST\nschweiz=CH\nscotland=GB\n"
    "sint maarten dutch part=SX\nslovak republic=SK\nsouth georgia=GS\nst barthelemy=BL\n"
    "st helena=SH\nst kitts and nevis=KN\nst lucia=LC\nst martin=MF\n"
    "st pierre and miquelon=PM\nst vincent and the grenadines=VC\nstate of palestine=PS\n"
    "suisse=CH\nsuomi=FI\nsverige=SE\nsvizzera=CH\nswaziland=SZ\nsyrian arab republic=SY\n"
    "taiwan province of china=TW\ntaiwan roc=TW\ntanzania united republic of=TZ\n"
    "the bahamas=BS\nthe gambia=GM\nthe netherlands=NL\nthe philippines=PH\n"
    "the united states=US\ntimor leste=TL\nturkey=TR\nturkiye=TR\nuae=AE\nuk=GB\n"
    "united kingdom of great britain and northern ireland=GB\n"
    "united republic of tanzania=TZ\nunited states minor outlying islands=UM\n"
    "united states of america=US\nus=US\nus minor outlying islands=UM\n"
    "us virgin islands=VI\nusa=US\nvatican=VA\nvenezuela bolivarian republic of=VE\n"
    "viet nam=VN\nvirgin islands british=VG\nvirgin islands us=VI\nwales=GB\n";

/// Regions with a code of their own, and groups of countries spelled out by their members. A part
/// of a region that has no code ("Eastern Europe") stands for the region.
inline constexpr std::string_view kRegionNames =
    "africa=AFRICA\namer=LATAM,NORTH_AMERICA\namerica latina=LATAM\n"
    "americas=LATAM,NORTH_AMERICA\nanywhere=WORLD\nanywhere in the world=WORLD\n"
    "anywhere on earth=WORLD\nanywhere on the planet=WORLD\nanz=AU,NZ\napac=APAC\n"
    "apj=APAC\nasia=ASIA\nasia pac=APAC\nasia pacific=APAC\naustralasia=OCEANIA\n"
    "baltic states=EE,LT,LV\nbaltics=EE,LT,LV\nbenelux=BE,LU,NL\ncee=EUROPE\n"
    "central america=LATAM\ncentral and eastern europe=EUROPE\ncentral asia=ASIA\n"
    "central eastern europe=EUROPE\ncentral europe=EUROPE\nd a ch=AT,CH,DE\ndach=AT,CH,DE\nde at "
    "ch=AT,CH,DE\nde ch at=AT,CH,DE\n"
    "east africa=AFRICA\neast asia=ASIA\neastern europe=EUROPE\neea=EU,IS,LI,NO\n"
    "emea=EMEA\neu=EU\neuropa=EUROPE\neurope=EUROPE\neurope middle east africa=EMEA\n"
    "europe middle east and africa=EMEA\neurope the middle east and africa=EMEA\n"
    "european economic area=EU,IS,LI,NO\neuropean union=EU\ngcc=AE,BH,KW,OM,QA,SA\n"
    "global=WORLD\nglobally=WORLD\niberia=ES,PT\njapac=APAC\nlac=LATAM\nlatam=LATAM\n"
    "latin america=LATAM\nlatin america and the caribbean=LATAM\nlatinoamerica=LATAM\n"
    "mena=AFRICA,MIDDLE_EAST\nmiddle east=MIDDLE_EAST\n"
    "middle east and africa=AFRICA,MIDDLE_EAST\n"
    "middle east and north africa=AFRICA,MIDDLE_EAST\nmundial=WORLD\nnamer=NORTH_AMERICA\n"
    "noram=NORTH_AMERICA\nnordic=DK,FI,IS,NO,SE\nnordic countries=DK,FI,IS,NO,SE\n"
    "nordics=DK,FI,IS,NO,SE\nnorth africa=AFRICA\nnorth america=NORTH_AMERICA\n"
    "north and south america=LATAM,NORTH_AMERICA\nnorthern america=NORTH_AMERICA\n"
    "northern europe=EUROPE\noceania=OCEANIA\nscandinavia=DK,NO,SE\nsouth america=LATAM\n"
    "south asia=ASIA\nsouth east asia=ASIA\nsoutheast asia=ASIA\nsouthern africa=AFRICA\n"
    "southern europe=EUROPE\nsub saharan africa=AFRICA\nthe americas=LATAM,NORTH_AMERICA\n"
    "the middle east=MIDDLE_EAST\nthe world=WORLD\nuk and i=GB,IE\nuki=GB,IE\n"
    "weltweit=WORLD\nwest africa=AFRICA\nwestern europe=EUROPE\nwhole world=WORLD\n"
    "work from anywhere=WORLD\nworld wide=WORLD\nworldwide=WORLD\n";

/// US states, Canadian provinces, and a few others that postings name without their country.
inline constexpr std::string_view kSubdivisionNames =
    "alabama=US\nalaska=US\nalberta=CA\nandalusia=ES\narizona=US\narkansas=US\nbavaria=DE\n"
    "bayern=DE\nbritish columbia=CA\ncalifornia=US\ncatalonia=ES\ncolorado=US\n"
    "connecticut=US\ndelaware=US\ndistrict of columbia=US\nflorida=US\ngauteng=ZA\n"
    "haryana=IN\nhawaii=US\nhessen=DE\nidaho=US\nile de france=FR\nillinois=US\n"
    "indiana=US\niowa=US\njalisco=MX\nkansas=US\nkarnataka=IN\nkentucky=US\nlombardy=IT\n"
    "louisiana=US\nmaharashtra=IN\nmaine=US\nmanitoba=CA\nmaryland=US\nmassachusetts=US\n"
    "michigan=US\nminnesota=US\nmississippi=US\nmissouri=US\nmontana=US\nnebraska=US\n"
    "nevada=US\nnew brunswick=CA\nnew hampshire=US\nnew jersey=US\nnew mexico=US\n"
    "new south wales=AU\nnew york=US\nnewfoundland=CA\nnewfoundland and labrador=CA\n"
    "north carolina=US\nnorth dakota=US\nnorth rhine westphalia=DE\n"
    "northwest territories=CA\nnova scotia=CA\nnsw=AU\nnuevo leon=MX\nnunavut=CA\nohio=US\n"
    "oklahoma=US\nontario=CA\noregon=US\npennsylvania=US\nprince edward island=CA\n"
    "quebec=CA\nqueensland=AU\nrhode island=US\nsaskatchewan=CA\nsouth australia=AU\n"
    "south carolina=US\nsouth dakota=US\ntamil nadu=IN\ntasmania=AU\ntelangana=IN\n"
    "tennessee=US\ntexas=US\nutah=US\nuttar pradesh=IN\nvermont=US\nvirginia=US\n"
    "washington=US\nwest virginia=US\nwestern australia=AU\nwestern cape=ZA\nwisconsin=US\n"
    "wyoming=US\nyukon=CA\n";

/// Cities that postings name without their country. Names that two countries share with similar
/// weight (Cambridge, Birmingham, San Jose, Valencia, Victoria) are absent on purpose.
inline constexpr std::string_view kCityNames =
    "abidjan=CI\nabu dhabi=AE\nabuja=NG\naccra=GH\naddis ababa=ET\nadelaide=AU\n"
    "ahmedabad=IN\nalgiers=DZ\nalmaty=KZ\namman=JO\namsterdam=NL\nankara=TR\nathens=GR\n"
    "athens georgia=US\natlanta=US\nauckland=NZ\naustin=US\nbaku=AZ\nbaltimore=US\n"
    "bangalore=IN\nbangkok=TH\nbarcelona=ES\nbasel=CH\nbay area=US\nbeijing=CN\nbeirut=LB\n"
    "belfast=GB\nbelgrade=RS\nbengaluru=IN\nberlin=DE\nbern=CH\nbogota=CO\nbombay=IN\n"
    "boston=US\nboulder=US\nbrasilia=BR\nbratislava=SK\nbrisbane=AU\nbristol=GB\nbrno=CZ\n"
    "brooklyn=US\nbrussels=BE\nbucharest=RO\nbudapest=HU\nbuenos aires=AR\ncairo=EG\n"
    "calgary=CA\ncali=CO\ncape town=ZA\ncapetown=ZA\ncaracas=VE\ncasablanca=MA\ncdmx=MX\n"
    "cebu=PH\nchandigarh=IN\ncharlotte=US\nchennai=IN\nchicago=US\ncincinnati=US\n"
    "ciudad de mexico=MX\ncleveland=US\ncluj=RO\ncluj napoca=RO\ncologne=DE\ncolombo=LK\n"
    "columbus=US\ncopenhagen=DK\ncork=IE\ncuritiba=BR\nda nang=VN\ndakar=SN\ndallas=US\n"
    "dar es salaam=TZ\ndelhi=IN\ndenver=US\ndetroit=US\ndhaka=BD\ndoha=QA\ndubai=AE\n"
    "dublin=IE\ndusseldorf=DE\nedinburgh=GB\nedmonton=CA\neindhoven=NL\nflorianopolis=BR\n"
    "frankfurt=DE\ngalway=IE\ngdansk=PL\ngeneva=CH\nghent=BE\nglasgow=GB\ngothenburg=SE\n"
    "graz=AT\nguadalajara=MX\ngurgaon=IN\ngurugram=IN\nhaifa=IL\nhalifax=CA\nhamburg=DE\n"
    "hannover=DE\nhanoi=VN\nhelsinki=FI\nherzliya=IL\nho chi minh=VN\nho chi minh city=VN\n"
    "houston=US\nhyderabad=IN\nindianapolis=US\nislamabad=PK\nistanbul=TR\njakarta=ID\n"
    "jersey city=US\njerusalem=IL\njohannesburg=ZA\nkampala=UG\nkansas city=US\n"
    "karachi=PK\nkathmandu=NP\nkatowice=PL\nkiev=UA\nkigali=RW\nkitchener=CA\nkochi=IN\n"
    "kolkata=IN\nkoln=DE\nkrakow=PL\nkuala lumpur=MY\nkuwait city=KW\nkyiv=UA\nlagos=NG\n"
    "lahore=PK\nlas vegas=US\nleeds=GB\nleipzig=DE\nlille=FR\nlima=PE\nlimassol=CY\n"
    "lisbon=PT\nljubljana=SI\nlodz=PL\nlondon=GB\nlos angeles=US\nluxembourg city=LU\n"
    "lviv=UA\nlyon=FR\nmadrid=ES\nmakati=PH\nmalaga=ES\nmalmo=SE\nmanchester=GB\n"
    "manhattan=US\nmanila=PH\nmarseille=FR\nmedellin=CO\nmelbourne=AU\nmexico city=MX\n"
    "miami=US\nmilan=IT\nmilano=IT\nminneapolis=US\nmississauga=CA\nmonterrey=MX\n"
    "montevideo=UY\nmontreal=CA\nmoscow=RU\nmountain view=US\nmuenchen=DE\nmumbai=IN\n"
    "munchen=DE\nmunich=DE\nnairobi=KE\nnantes=FR\nnashville=US\nnew delhi=IN\n"
    "new york city=US\nnicosia=CY\nnoida=IN\nnuremberg=DE\nnyc=US\norlando=US\nosaka=JP\n"
    "oslo=NO\nottawa=CA\npalo alto=US\npanama city=PA\nparis=FR\nperth=AU\n"
    "philadelphia=US\nphoenix=US\npittsburgh=US\nportland=US\nporto=PT\npoznan=PL\n"
    "prague=CZ\npraha=CZ\npretoria=ZA\npune=IN\nquito=EC\nraleigh=US\nredmond=US\n"
    "regina=CA\nreykjavik=IS\nriga=LV\nrio de janeiro=BR\nriyadh=SA\nrome=IT\n"
    "rotterdam=NL\nsaigon=VN\nsalt lake city=US\nsan antonio=US\nsan diego=US\n"
    "san francisco=US\nsan mateo=US\nsanta barbara=US\nsanta clara=US\nsanta monica=US\n"
    "santiago=CL\nsao paulo=BR\nseattle=US\nseoul=KR\nseville=ES\nsf=US\nshanghai=CN\n"
    "shenzhen=CN\nsilicon valley=US\nsofia=BG\nst louis=US\nstockholm=SE\nstuttgart=DE\n"
    "sunnyvale=US\nsydney=AU\ntaipei=TW\ntallinn=EE\ntampa=US\ntbilisi=GE\ntel aviv=IL\n"
    "the hague=NL\ntimisoara=RO\ntirana=AL\ntokyo=JP\ntoronto=CA\ntoulouse=FR\ntunis=TN\n"
    "turin=IT\nutrecht=NL\nvancouver=CA\nvienna=AT\nvilnius=LT\nwarsaw=PL\nwarszawa=PL\n"
    "washington dc=US\nwellington=NZ\nwroclaw=PL\nyerevan=AM\nzagreb=HR\nzug=CH\n"
    "zurich=CH\n";

/// USPS and Canada Post abbreviations.
inline constexpr std::string_view kPostalCodes =
    "AB=CA\nAK=US\nAL=US\nAR=US\nAZ=US\nBC=CA\nCA=US\nCO=US\nCT=US\nDC=US\nDE=US\nFL=US\n"
    "HI=US\nIA=US\nID=US\nIL=US\nIN=US\nKS=US\nKY=US\nLA=US\nMA=US\nMB=CA\nMD=US\nME=US\n"
    "MI=US\nMN=US\nMO=US\nMS=US\nMT=US\nNB=CA\nNC=US\nND=US\nNE=US\nNH=US\nNJ=US\nNL=CA\n"
    "NM=US\nNS=CA\nNT=CA\nNU=CA\nNV=US\nNY=US\nOH=US\nOK=US\nON=CA\nOR=US\nPA=US\nPE=CA\n"
    "QC=CA\nRI=US\nSC=US\nSD=US\nSK=CA\nTN=US\nTX=US\nUT=US\nVA=US\nVT=US\nWA=US\nWI=US\n"
    "WV=US\nWY=US\nYT=CA\n";

/// Codes in capitals that stand for a country on their own. Codes that are also a state, a time
/// zone, a compass point or an English word ("DE", "IN", "IT", "PT", "SE") are absent: alone they
/// say nothing.
inline constexpr std::string_view kCountryCodes =
    "AE=AE\nARG=AR\nAU=AU\nAUS=AU\nBG=BG\nBR=BR\nBRA=BR\nCAN=CA\nCH=CH\nCHE=CH\nCL=CL\n"
    "COL=CO\nCR=CR\nCZ=CZ\nDEU=DE\nDK=DK\nEE=EE\nEG=EG\nES=ES\nESP=ES\nFI=FI\nFR=FR\n"
    "FRA=FR\nGB=GB\nGBR=GB\nGR=GR\nHK=HK\nHU=HU\nIE=IE\nIND=IN\nIRL=IE\nISR=IL\nITA=IT\n"
    "JP=JP\nJPN=JP\nKE=KE\nKR=KR\nLT=LT\nLV=LV\nMEX=MX\nMX=MX\nMY=MY\nNG=NG\nNL=NL\n"
    "NLD=NL\nNZ=NZ\nNZL=NZ\nPH=PH\nPL=PL\nPOL=PL\nPR=PR\nPRT=PT\nRO=RO\nRS=RS\nSG=SG\n"
    "SGP=SG\nTH=TH\nTR=TR\nUA=UA\nUY=UY\nVN=VN\nZA=ZA\nZAF=ZA\n";

}  // namespace spearyx::normalize::tables
