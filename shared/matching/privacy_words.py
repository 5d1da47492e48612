"""Word lists behind ``privacy.redact``: what is a label, a heading, a job word or a place, and so no name."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")


def _words(text: str) -> frozenset[str]:
    """The words of ``text``, also as ``privacy_lines.plain_of`` spells them: without accents."""
    words = text.split()
    plain = (_MARKS.sub("", unicodedata.normalize("NFKD", word)) for word in words if len(word) > 2)
    return frozenset([*words, *plain])


JOB_WORDS = _words(
    """
    early elementary years school class hgv experienced motivated skilled dedicated results account
    accountant accounting administrator adviser advisor agent analyst android apprentice approved
    architect artist assistant associate attorney auditor automation automotive backend banking bank
    barista bartender bi biologist bookkeeper brand builder business buyer care careers carer
    cashier chargehand charge chartered chef chemist chief civil clerk clinical cloud cnc coach
    commercial communications community company construction consultant contractor controller cook
    coordinator copywriter counsellor customer data database dba dealer delivery dentist designer
    developer devops digital director doctor driver ecommerce editor electrical electrician
    electronics embedded engineer engineering enrolled entry environmental estate events executive
    facilities farm farmhand field finance financial fitter floor foreman forklift former freelance
    frontend full fullstack gardener general graduate graphic grower growth hairdresser head health
    healthcare herdsperson hospitality hotel hr human independent industrial information insurance
    intern investment investigator it java javascript joiner journalist junior keeper kitchen lab
    labourer laboratory law lawyer lead leader learning lecturer legal level librarian licensed
    lifeguard litigation logistics machine machinist maintenance manager management marketing master
    mathematics mechanic mechanical media medical midwife mobile network new nurse nursery nursing
    nutritionist officer operations operative operator optician owner painter paralegal paramedic
    payroll pharmacist pharmacy photographer physician physics physiotherapist pilot planner
    planning plumber police porter practitioner principal probationary procurement product
    production professional professor program programme programmer project property psychologist
    public python qa qualified quality quantity react receptionist recruiter regional registered
    reliability remote rental representative research researcher resources retail sales scientist
    secondary secretary security senior service services shift shop site social software solicitor
    solutions specialist sr staff stack steward store student studio superintendent supervisor
    supply support surveyor system systems teacher teaching team technical technician technologist
    test tester therapist trade trained trainee trainer translator transport treasurer tutor
    underwriter vet veterinary volunteer waiter waitress warehouse web welder worker writer youth
    zoo sous sdet ux ui seo crm sap php ios linux azure aws oracle sql nhs berater ingenieur
    ingenieurin entwickler entwicklerin leiter leiterin kaufmann kauffrau krankenpfleger
    krankenschwester lehrer lehrerin buchhalter buchhalterin techniker technikerin meister fachkraft
    pflegefachfrau ingénieur ingénieure développeur développeuse infirmier infirmière comptable
    responsable chargé chargée technicien technicienne professeur enseignant enseignante vendeur
    vendeuse directeur directrice ingeniero ingeniera desarrollador desarrolladora enfermero
    enfermera contable profesor profesora técnico técnica gerente vendedor vendedora
    """
)
"""Words of job titles. A line that begins with one is no name; one after a name ends it."""

HEADING_WORDS = _words(
    """
    about academic accomplishments dear achievements activities additional affiliations application areas
    articles awards background bio biography career certificates certification certifications
    competencies competences contact core courses credentials curriculum cv details development
    education employment executive expertise experience experiences extracurricular highlights
    history hobbies honors honours interests internships key languages licences licenses licensure
    memberships motivation objective objectives other overview page particulars patents personal
    portfolio positions profile projects publications qualification qualifications quals references
    referees registration resume résumé roles skills skill statement strengths summary technologies
    ticket tickets tools training vitae volunteering work working jobs job dossier lebenslauf
    bewerbung berufserfahrung ausbildung kenntnisse werdegang profil kontakt sprachen interessen
    persönliche daten zusammenfassung fähigkeiten weiterbildung zertifikate expérience expériences
    professionnelle professionnelles formation compétences langues loisirs coordonnées experiencia
    laboral profesional formación educación habilidades idiomas perfil datos competencias
    """
)
"""Words of section headings, and of what stands above a CV."""

SECTION_STARTS = _words(
    """
    about achievements awards background career certificates certifications core education
    employment executive expertise experience highlights history interests key languages licences
    licenses licensure objective overview profile projects professional personal publications
    qualifications quals registration responsibilities skills skill statement summary technical
    tickets tools training volunteering work jobs references referees declaration hobbies clinical
    academic relevant selected areas additional berufserfahrung ausbildung kenntnisse werdegang
    profil sprachen interessen zusammenfassung fähigkeiten weiterbildung zertifikate referenzen
    expérience expériences formation compétences langues références loisirs experiencia formación
    educación habilidades idiomas perfil referencias competencias
    """
)

CREDENTIALS = _words(
    """
    aat acca aca acma acp aia aicp ba bed beng bls bn bsc bsn ca ccna ccnp ccrn cchp ceng cfa cgma
    cia cima cips cipd cissp cma cmcp cna cpa cpht cpsm cptd crna csm cssp dds dip dipl diplom dnp
    do dpt dvm edd ehs emt esq facs fca fcca fcma frcs gphc hcpc hons inf ing jd jnr jr ii iii iv
    lcsw llb llm lpn lvn ma mba mbbs mcips mciob mcsp md meng mfa mict miet mph mphil mrcp mrcs
    mrcvs mrics mrtpi msc msn msw np obe ot otr pa pe pgce pgdip phd phr pmp prince2 pt qts rd rdn
    rgn rha rics rmn rn rpa rpn shrm smith-cert sphr sr bachelor master doctor fh tu bcom mcom btech
    mtech bca mca bbs hnd hnc
    """
)

HONORIFICS = _words(
    """
    mr mrs ms miss mx dr prof professor sir dame rev herr frau m mme mlle monsieur madame sr sra
    srta señor señora shri smt dipl dipl.-ing dipl.-inf ing
    """
)

PARTICLES = _words(
    """
    de del della dela der den des di da dos das du la le las los van von zu zur zum bin binti
    binte bint ibn al el ap ab
    ó mac st ter y e
    """
)

AMBIGUOUS_NAMES = _words(
    """
    ada alpine amber angular ansible apache april archer art aria august austin autumn bailey baker
    bank banks baron barber basil bass bill bishop black bond booth brooks brown buck bull butcher
    butler cable carpenter carter chance chandler chef chase christian church clark clay clerk coach
    cole cook cooper coral crane cross crystal dale dart dawn day dean dell delphi denver docker
    drew drake driver earl eden elixir elm english erlang faith farmer fern field fields fisher
    fletcher flora ford forest foster fox france frank french frost gardener gardner gates german
    ginger glass glazier gold golden grace grant gray green grey groovy grove hall hardy harper
    haskell hazel heath hill holly home hook hope house hunt hunter india iris iron ivy jack jade
    jasmine jasper java jenkins jewel jordan joy judge juliet julia june justice kafka king kit
    knight kotlin lake land lane law lea lead lily linden little long lord love major mann marina
    mark marketing marshall martin mason master may mercy mercer miles mill miller mills miner minor
    mint misty moody moon nash noble north olive opal page paige painter paris park parker parks
    parson pascal pat patience pearl penny perl piper plumber pond poole pope porter potter power
    price prince prime puppet python rain ray read reed reeves rich rider rivers robin rock rose
    ruby rush rust sage sailor salt sand sandy scala scott sergeant shepherd shore short silver
    skills sky slack small smart smith snow sol spark spring springer stark steel stephen sterling
    stone story strange street strong summer sumner sue swift tanner tate taylor teal temple
    thatcher tiger turner trainer troy tyler urban van vera victor viola violet wade walker waters
    waterman way weaver webb webber wells west wheeler white will wise wolf wood woods wright writer
    york young xavier
    """
)
"""Names that are also words, trades, places or products: removed only together with the rest of the name."""

GENERIC_MAILBOXES = _words(
    """
    info contact mail email cv resume jobs hello office hi admin me my work career careers job the
    mister example
    """
)

DEMONYMS = _words(
    """
    american argentine australian austrian bangladeshi belgian brazilian british bulgarian canadian
    chinese croatian czech danish dutch egyptian english estonian ethiopian filipino finnish french
    german ghanaian greek hungarian indian indonesian iranian iraqi irish israeli italian jamaican
    japanese kenyan korean latvian lebanese lithuanian malaysian mexican moroccan nepali nepalese
    nigerian norwegian pakistani polish portuguese romanian russian scottish serbian singaporean
    slovak slovenian somali spanish swedish swiss syrian thai tunisian turkish ukrainian vietnamese
    welsh zimbabwean deutsch österreichisch schweizerisch française français española español
    """
)

PERSONAL_WORDS = DEMONYMS | _words(
    """
    male female männlich weiblich masculin féminin masculino femenino single married divorced
    widowed engaged ledig verheiratet geschieden verwitwet célibataire marié mariée divorcé divorcée
    soltero soltera casado casada divorciado divorciada solteiro solteira celibe nubile coniugato coniugata
    gehuwd ongehuwd samenwonend żonaty zamężna kawaler panna gift ugift skild evli bekar menikah
    căsătorit căsătorită necăsătorit necăsătorită nős hajadon женат замужем холост
    brasileiro brasileira português portuguesa
    unmarried christian muslim hindu sikh buddhist catholic protestant jewish
    citizen non-smoker nichtraucher nichtraucherin
    1 2 3 4 5 one two three four no två to dois duas ein eine zwei drei un une deux trois uno una dos tres
    child children kids kind kinder enfant enfants hijo hijos hija hijas filho filhos filha filhas
    figli figlia
    barn børn
    """
)
"""Nationality, gender and marital status where they stand as an item of their own among the contacts."""

STRONG_LABELS = (
    r"date\s{1,3}of\s{1,3}birth|birth\s{0,2}date|d\.?\s?o\.?\s?b\b\.?|place\s{1,3}of\s{1,3}birth"
    r"|geburtsdatum|geburtsort|geboren\sam|geb\.\sam|date\sde\snaissance|lieu\sde\snaissance"
    r"|fecha\sde\snacimiento|lugar\sde\snacimiento|marital\s{1,3}status|civil\s{1,3}status"
    r"|familienstand|état\scivil|situation\s(?:de\sfamille|familiale)|estado\scivil"
    r"|(?:father|mother|husband|wife|spouse|guardian)['’]?s?\s{1,3}name"
    r"|passport\s{1,3}(?:no\b\.?|number)|aadhaar(?:\s(?:no\b\.?|number))?|pan\s(?:no\b\.?|number|card)"
    r"|national\sinsurance(?:\s(?:no\b\.?|number)|(?=\s?[:#]))|social\ssecurity\s(?:no\b\.?|number)|\bssn"
    r"|staatsangehörigkeit|staatsbürgerschaft|blood\s{1,3}(?:group|type)|maiden\sname|state\sof\sorigin"
    r"|data\sdi\snascita|luogo\sdi\snascita|stato\scivile|data\sde\snascimento|geboorte(?:datum|plaats)"
    r"|burgerlijke\sstaat|data\surodzenia|miejsce\surodzenia|stan\scywilny|datum\s(?:narození|rođenja)|rodinný\sstav"
    r"|födelse(?:datum|ort)|personnummer|civilstånd|fødsels(?:dato|nummer)|fæðingardagur|kennitala|sivil(?:status|stand)|syntymäaika"
    r"|siviilisääty|data\snaș?terii|stare\scivilă|születési\s\w{3,6}|családi\sállapot|doğum\s(?:tarihi|yeri)"
    r"|medeni\s(?:durum|hal)\w?|(?:tempat\W{1,3})?(?:tgl|tanggal)\.?\slahir|ngày\ssinh|nơi\ssinh"
    r"|дата\sрождения|место\sрождения|семейное\sположение|дата\sнародження|сімейний\sстан"
    r"|ημερομηνία\sγέννησης|ημ\.?\s?γέννησης|οικογενειακή\sκατάσταση"
    r"|تاريخ\sالميلاد|مكان\sالميلاد|الحالة\sالاجتماعية|תאריך\sלידה|מצב\sמשפחתי"
    r"|出生(?:日期|年月日?|地)|生年月日|籍贯|籍貫|婚姻(?:状况|狀況)?|생년월일|วันเกิด|जन्म\s?तिथि"
    r"|पता(?=\s?[:：])|narozena?(?=\s?:)|født(?=\s?:)|született(?=\s?:)"
)
"""Labels that name personal data wherever they stand, with a colon or without."""

CONTACT_LABELS = (
    r"(?:mobile|tele|cell)?phone(?:\s?(?:no\b\.?|number))?|tel\.?|mobile(?:\s?(?:no\b\.?|number))?"
    r"|mob\.?|cell|handy|telefon|téléphone|tél\.?|portable|móvil|teléfono|telefono|telefone|tfno\.?|tlf\.?|gsm"
    r"|cellulare|puh\.?|komórka|телефон|τηλέφωνο|τηλ\.?|κινητό|الهاتف|טלפון|电话|電話|手机|手機|전화|연락처|連絡先|โทร"
    r"|e-?mail(?:\s?(?:id|address))?|mail|correo(?:\selectrónico)?|邮箱|skype|linkedin|github|website|web"
    r"|kaggle|leetcode|hackerrank|codepen|youtube|blog|npm|insta(?:gram)?|twitter|facebook|xing|orcid"
    r"|هاتف|جوال|موبايل|тел\.?|sđt|मोबाइल|휴대폰|whatsapp|wechat|viber|signal|telegram|discord|keybase|kakao(?:talk)?"
    r"|stack\s?overflow"
)
"""Labels of contacts. Below the personal details they count where a number, an address or a handle
follows."""

DOUBTFUL_LABELS = (
    r"age|alter|âge|edad|sex|gender|geschlecht|sexe|sexo|religion|caste|konfession|tribe|children|kinder|enfants"
    r"|hijos|photo(?:graph)?|foto|bild|lichtbild|height|weight|dependants?|dependents?|пол|nato|nata"
    r"|health(?:\s(?:status|condition))?|gesundheitszustand|état\sde\ssanté|criminal\srecord|vorstrafen|casier\sjudiciaire"
    r"|antecedentes(?:\spenales)?|military\s(?:service|status|duty)|wehrdienst|zivildienst|service\s(?:militaire|national)"
    r"|servicio\smilitar|servizio\smilitare|serviço\smilitar|askerlik(?:\sdurumu)?|воинская\sобязанность|병역|兵役"
    r"|(?:(?:home|postal|mailing|current|present|permanent|residential|contact|street)\s{1,3})?address"
)
"""Labels that are also of work. Below the personal details they count beside a label that is not."""

ADDRESS_LABELS = (
    r"anschrift|adresse|wohnort|wohnhaft\sin|dirección|domicilio|domicile|residencia|residente\s(?:in|a)|adres|adresa|adress"
    r"|indirizzo|endereço|residência|osoite|kotiosoite|alamat|địa\schỉ|адрес|адреса|διεύθυνση|العنوان|כתובת|地址|住址|家庭住址"
    r"|現住所|住所|주소|ที่อยู่|bydliště|trvalé\sbydliště|bydlisko|lakcím|lakhely|naslov|prebivalište|heimilisfang|postadress|bostadsadress"
)
"""Where somebody lives; in English "address" is of networks and memories, too."""

PERSONAL_LABELS = (
    r"nationality|citizenship|nationalität|nationalité|nacionalidad|nationaliteit|nationalità|nacionalidade"
    r"|narodowość|obywatelstwo|nationalitet|medborgarskap|uyruk|uyruğu|гражданство|национальность|الجنسية|国籍|國籍"
    r"|born|geboren|né\(?e?\)?\sle|født|född|syntynyt|birthday|birth\s?place|home\s?town|native\splace"
    rf"|{ADDRESS_LABELS}"
    r"|(?:full|family|last)\s{1,3}name|(?:first|given|middle|other|preferred)\snames?|forenames?|surname|vorname"
    r"|nachname|prénom|apellidos?|姓名|氏名|フリガナ|ふりがな|이름|성명|pronouns?|ethnicity|ethnic\s(?:origin|group)"
    r"|spouse|l\.?g\.?a\.?|next\sof\skin|emergency\scontacts?|sexual\sorientation|(?:zodiac|star)(?:\ssign)?|year\sof\sbirth|العمر|agama|الجنس|الديانة"
    r"|性别|性別|民族|年龄|年齡|성별"
)

WEAK_LABELS = f"{CONTACT_LABELS}|{DOUBTFUL_LABELS}|{PERSONAL_LABELS}"
"""Labels that are also ordinary words: they need a colon, a dash or a column gap after them."""

HEADER_LABELS = (
    r"name|nom|nombre|नाम|név|ime|nume|jméno|zuname|ονοματεπώνυμο|ф\.\s?и\.\s?о\.?|họ\s(?:và\s)?tên|الاسم\sالكامل|姓\s名|氏\s名"
    r"|(?:vor-?|imię|jméno|meno|ime|nume|nome|nom|nombre|prénom|name|vorname|förnamn|fornavn)\s?(?:und|u\.|&|i|a|și|e|y|et|och|og|and|/)\s?"
    r"(?:zuname|nachname|familienname|nazwisko|příjmení|priezvisko|prezime|prenume|cognome|apellidos?|prénoms?|nom|surname|efternamn|etternavn)"
    r"|(?:nome|nombre|nom)\scomplet[oe]?|nama\slengkap|volledige\snaam|vollständiger\sname|location|residence|city|town|place|ort|ville|ciudad|contact|race|father|mother|husband|wife"
    r"|guardian|disability|political\s(?:party|affiliation|views)|status|domicile|home|cell\.?|nome|naam|imię"
    r"|navn|namn|nimi|ad(?:ı)?\ssoyad(?:ı)?|nama|имя|фио|όνομα|الاسم|שם"
)
"""Labels that count only among the personal details: further down they belong to projects and employers."""

_BIRTH_STEMS = """
birth geburt naissance nacimiento nascita nascimento naturalid geboorte urodz naroz rođen födel fødsel fæðing
syntym szület nașter naşter doğum lahir sinh рожден народжен γέννησ ميلاد 出生 生年 생년
"""
_FAMILY_STEMS = """
marital matrimonial familien familial cywiln bračn семейн сімейн medeni rodinn sivilst civilst οικογεν 婚
"""
_NAME_STEMS = """
nazwisk příjmen priezvisk prezime prenume numele cognom apellid prénom vorname nachname zuname surname
фамили прізвищ ονοματ soyad efternamn etternavn
"""
_ADDRESS_STEMS = """
anschrift adres direcci domicil indirizz endereç morada osoite alamat địa адрес город місто διεύθυν bydli
lakcím wohn residencia residên prebivališ heimilis
"""
PERSONAL_STEMS = "|".join(f"{_BIRTH_STEMS} {_FAMILY_STEMS} {_NAME_STEMS}".split())
ADDRESS_STEMS = "|".join(_ADDRESS_STEMS.split())
"""What a word begins with in a label, however the label goes on: "Lugar y fecha de nacimiento"."""

PLACE_PARTICLES = PARTICLES | _words(
    """
    on upon am an in sur under sous near nr remote tel phone mob mobile email mail
    """
)

STATES = _words(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NSW VIC QLD UK
    USA US NL UAE EU
    """
)

REGIONS = _words(
    """
    uk usa us unitedkingdom unitedstates newzealand southafrica srilanka hongkong saudiarabia
    england scotland wales ireland germany deutschland france spain españa italy italia netherlands
    belgium austria switzerland schweiz poland portugal sweden norway denmark finland india canada
    australia nigeria kenya ghana egypt pakistan bangladesh philippines singapore malaysia uae dubai
    mexico brazil argentina chile colombia romania bulgaria greece turkey ukraine hungary china
    japan korea berkshire kent surrey essex sussex yorkshire lancashire ontario quebec
    """
)
