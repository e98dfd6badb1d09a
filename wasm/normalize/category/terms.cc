#include "normalize/category/terms.h"

#include <array>

namespace spearyx::normalize {
namespace {

using enum TermKind;

// Where a title could go two ways, the vocabulary decides so: payroll and pricing are finance,
// compensation and benefits are human resources, compliance is legal; security and IT are
// infrastructure, IT support is customer support; machine learning and business analysis are data;
// solutions engineers sell, solutions architects and design engineers build; learning and
// development is education; operations without a field of their own are project management.
constexpr auto kTermGroups = std::to_array<TermGroup>({
    {0, kIgnored,
     "# hr|# hrs|per hr|security guard|agent de securite|remote first|equal opportunity employer|"
     "security clearance|real estate developer|property developer|land developer|housing developer|"
     "graduate program|graduate programme|graduate scheme|trainee program|trainee programme|"
     "traineeprogramm|trainee programm|internship program|internship programme|apprenticeship "
     "program|"
     "apprenticeship programme|rotational program|rotation program|rotational programme|"
     "development program|development programme|leadership program|leadership programme|"
     "fellowship program|fellow program|residency program|student program|student programme|"
     "summer program|summer programme|talent program|talent programme|university program|"
     "campus program|early career|early career program|early talent|summer internship|new grad|"
     "working student|volunteer program"},
    {0, kHead,
     "manager|director|head|lead|leader|chief|vp|svp|evp|avp|rvp|vice president|president|"
     "officer|specialist|consultant|consulting|advisor|adviser|associate|intern|internship|"
     "apprentice|trainee|fellow|fellowship|graduate|expert|strategist|planner|partner|owner|"
     "supervisor|executive|generalist|operator|technician|investigator|reviewer|examiner|"
     "business partner|evangelist|advocate|ambassador|champion|principal|founder|cofounder|"
     "representative|rep|provider|professional|worker|freelancer|volunteer|liaison|inspector|"
     "technologist|practitioner|team lead|manageress|advisory|responsable|charge|gestionnaire|"
     "directeur|directrice|conseiller|stagiaire|stage|alternant|alternance|leiter|leitung|"
     "werkstudent|praktikant|praktikum|mitarbeiter|referent|fachkraft|spezialist|berater|gerente|"
     "jefe|jefa|diretor|especialista|asesor|consultor|encargado|encargada|ejecutivo|ejecutiva|"
     "practicante|estagio|estagiario|kierownik|specjalista|medewerker|technicien|"
     "technicienne|techniker|tecnico|tecnica|producer"},
    {5, kHead, "analyst|researcher|analyste|analista|analistin"},
    {7, kHead, "agent"},
    {11, kHead,
     "coordinator|assistant|administrator|admin|clerk|secretary|transcriptionist|coordinateur|"
     "coordinatrice|koordinator|assistante|assistenz|assistentin|secretaire|asistente|auxiliar|"
     "assistente|coordinador|coordinadora|coordenador|administrateur|administrador|sachbearbeiter"},
    {2, kHead,
     "executive director|managing director|country manager|regional manager|branch manager"},
    {12, kHead, "coach"},

    {1, kRole,
     "engineer|developer|programmer|coder|architect|tech lead|technical lead|sdet|tester|"
     "webmaster|member of technical staff|ingenieur|ingeniero|ingeniera|ingegnere|engenheiro|"
     "engenheira|developpeur|developpeuse|programmeur|architecte|entwickler|softwareentwickler|"
     "webentwickler|anwendungsentwickler|softwareingenieur|softwarearchitekt|programmierer|"
     "desarrollador|programador|desenvolvedor|sviluppatore|programista|ontwikkelaar|utvecklare|"
     "embedded system engineer|design system engineer|control system engineer"},
    {1, kField,
     "software|engineering|frontend|front end|backend|back end|full stack|fullstack|"
     "web development|app development|application development|mobile development|"
     "game development|programming|java|javascript|typescript|python|php|ruby|golang|rust|kotlin|"
     "swiftui|scala|elixir|c++|c#|node js|nodejs|react|angular|vue|django|laravel|wordpress|"
     "shopify|drupal|magento|ios|android|flutter|mobile app|qa|quality assurance|test automation|"
     "blockchain|solidity|smart contract|web3|embedded|firmware|robotics|computer science|"
     "salesforce|servicenow|sap|erp|functional consultant|dot net|asp "
     "net|graphql|hardware|fpga|devrel|"
     "research and development|unity|unreal|low code|cto|chief technology officer|"
     "chief technical officer|engenharia|softwareentwicklung|developpement web|genie logiciel|"
     "netsuite|workday|sharepoint"},
    {1, kWeakField,
     "technology|technical|tech|web|dev|api|mobile|system|platform|solution|digital product|"
     "coding"},

    {2, kRole,
     "project manager|program manager|programme manager|project lead|project leader|"
     "project coordinator|project director|program director|programme director|"
     "program coordinator|programme coordinator|program lead|programme lead|"
     "project administrator|project officer|project specialist|project planner|scrum master|"
     "release train engineer|delivery manager|delivery lead|release manager|tpm|"
     "management consultant|strategy consultant|buyer|chef de projet|cheffe de projet|"
     "directeur de projet|directrice de projet|projektmanager|projektleiter|projektkoordinator|"
     "jefe de proyecto|jefa de proyecto|gerente de proyecto|gestor de proyecto|"
     "director de proyecto|coordinador de proyecto|coordinadora de proyecto|gerente de projeto|"
     "gestor de projeto|coordenador de projeto|projectleider|kierownik projektu|capo progetto|"
     "game producer|responsable de projet|responsable projet"},
    {2, kField,
     "project management|program management|programme management|portfolio management|agile|"
     "scrum|pmo|chief of staff|founder associate|founder s associate|category "
     "manager|dispatcher|courier|"
     "truck driver|delivery driver|chief operating officer|coo|ceo|chief executive officer|"
     "general manager|supply chain|projektmanagement|projektleitung|gestion de projet|"
     "gestion de proyecto"},
    {2, kWeakField,
     "operation|ops|business|strategy|strategic|transformation|logistic|procurement|purchasing|"
     "shipment|shipping|fulfillment|fulfilment|warehouse|transportation|dispatch|inventory|"
     "process improvement|change management|project|program|programme|implementation|execution|"
     "management consulting|professional service|health and safety|approvisionnement|achat|"
     "logistique|logistik|einkauf|compra|engagement"},

    {3, kRole,
     "designer|illustrator|animator|landscape architect|interior architect|artist|user "
     "researcher|ux architect|information architect|"
     "photographer|videographer|cinematographer|video editor|photo editor|film editor|filmmaker|"
     "film maker|video producer|retoucher|colorist|produktdesigner|grafikdesigner|grafiker|"
     "mediengestalter|graphiste|directeur artistique|directrice artistique|concepteur graphique|"
     "disenador|projektant|monteur video"},
    {3, kField,
     "design|ux|ui|user experience|user interface|designops|creative|art|illustration|animation|"
     "motion graphic|user research|video production|video editing|photography|figma|audiovisual|"
     "3d modeling|3d modelling|vfx|visual effect|diseno|grafikdesign"},
    {3, kWeakField, "video|photo|media production"},

    {4, kRole,
     "marketer|growth hacker|media buyer|media planner|publicist|community manager|"
     "creative strategist|merchandiser|marketingmanager|chef de produit marketing|"
     "charge de communication|chargee de communication|pressesprecher|influencer|"
     "gestionnaire de communaute"},
    {4, kField,
     "marketing|product marketing|marketing analytics|seo|sem|ppc|aeo|paid media|paid search|"
     "paid social|social media|email|deliverability|brand|branding|public "
     "relation|pr|communication|"
     "demand generation|demand gen|lead generation|lead gen|advertising|ads|affiliate|crm|event|"
     "media relation|user acquisition|customer acquisition|market research|campaign|"
     "conversion rate optimization|cro|ecommerce|e commerce|media buying|media planning|"
     "merchandising|sponsorship|ad operation|ad ops|adops|press|cmo|copy and brand|mercadeo|"
     "mercadotecnia|comunicacion|comunicacao|publicite|publicidad|offentlichkeitsarbeit|"
     "kommunikation|hubspot|marketo"},
    {4, kWeakField, "growth|community|lifecycle|creator|conversion|media|performance"},

    {5, kRole,
     "data analyst|data engineer|ml engineer|ai engineer|prompt engineer|data platform engineer|"
     "data infrastructure engineer|data architect|data modeler|data modeller|data manager|"
     "data steward|bi developer|bi engineer|bi analyst|bi consultant|statistician|"
     "biostatistician|scientist|research engineer|insight analyst|business analyst|"
     "product analyst|reporting analyst|web analyst|analytics manager|data labeler|data labeller|"
     "annotator|ai trainer|ai researcher|ingenieur data|ingenieur de donnees|ingenieur ia|"
     "ingenieur machine learning|analyste de donnees|analyste data|datenanalyst|"
     "datenwissenschaftler|dateningenieur|analista de dato|analista de dado|analista de bi|"
     "cientifico de dato|cientifica de dato|cientista de dado|ingeniero de dato|"
     "ingeniera de dato|engenheiro de dado|engenheira de dado|analista de negocio|"
     "business operation analyst|business system analyst|business process analyst|"
     "machine learning ops engineer|machine learning operation engineer|ai developer|"
     "ai architect|ai solution architect|data consultant"},
    {5, kField,
     "data science|data engineering|data analysis|data platform|data governance|data management|"
     "data operation|data quality|data strategy|data warehouse|data annotation|data product|"
     "big data|analytics|machine learning|machine learning engineering|ml engineering|"
     "artificial intelligence|deep learning|nlp|computer vision|business intelligence|statistics|"
     "llm|generative ai|genai|ai research|ai strategy|ai transformation|ai operation|mlops|"
     "tableau|power bi|etl|chief data officer|market intelligence|datenanalyse|ciencia de dato|"
     "intelligence artificielle|ml ops|snowflake|databricks"},
    {5, kWeakField, "data|ai|ml|bi|insight|research|reporting|sql|dato|dado|operation analyst"},

    {6, kRole,
     "reliability engineer|sre|platform engineer|cloud operation engineer|system engineer|"
     "storage engineer|release engineer|build engineer|production engineer|it engineer|"
     "ci cd engineer|platform architect|aws solution architect|cloud solution architect|"
     "system administrator|sysadmin|server administrator|it administrator|dba|soc analyst|"
     "penetration tester|pentester|ethical hacker|threat hunter|systemadministrator|"
     "netzwerkadministrator|fachinformatiker systemintegration|administrateur systeme|"
     "administrateur reseau|ingenieur devops|ingenieur systeme|ingenieur cloud|ingenieur reseau|"
     "ingenieur securite|ingenieur cybersecurite|ingenieur infrastructure|"
     "administrador de sistema|ingeniero devops|ingeniero de sistema|ingeniero de red|"
     "ingeniero cloud|engenheiro devops|administrador de rede|security operation analyst|"
     "architecte cloud|data center operation engineer|network operation engineer|"
     "security automation engineer"},
    {6, kField,
     "devops|devsecops|site reliability|infrastructure|infrastructure engineering|cloud|"
     "cloud engineering|network|networking|network engineering|security|security engineering|"
     "reliability engineering|platform engineering|cybersecurity|infosec|information technology|"
     "it operation|it service|it manager|it director|it specialist|it technician|"
     "it administration|system administration|kubernetes|docker|aws|azure|gcp|terraform|linux|"
     "database|data center|data centre|datacenter|observability|ciso|cio|"
     "chief information officer|cybersecurite|securite|ciberseguridad|netzwerk|it sicherheit|"
     "informationssicherheit|security operation"},
    {6, kWeakField, "it|server|reliability|endpoint"},

    {7, kRole,
     "support engineer|support developer|technical account manager|onboarding manager|"
     "onboarding specialist|moderator|travel agent|concierge|moderateur|moderatrice|"
     "teleconseiller|conseiller client|conseillere client|conseiller clientele|"
     "charge de clientele|chargee de clientele|kundenberater|kundenbetreuer|"
     "kundendienstmitarbeiter|kundenservicemitarbeiter|teleoperador|technicien informatique|"
     "travel consultant|travel advisor|escalation engineer"},
    {7, kField,
     "customer support|customer service|customer success|customer care|customer experience|"
     "customer operation|customer solution|customer onboarding|customer relation|"
     "customer happiness|customer engagement|customer advocacy|customer satisfaction|"
     "client support|client service|client success|client experience|client onboarding|"
     "client relation|technical support|tech support|it support|help desk|helpdesk|service desk|"
     "support engineering|support operation|product support|application support|desktop support|"
     "user support|call center|call centre|contact center|contact centre|member support|"
     "member service|member experience|member success|guest service|guest experience|"
     "trust and safety|community support|technical service|live chat|chat support|"
     "partner success|partner support|claim experience|travel support|player support|"
     "content moderation|seller support|merchant support|cx|account support|kundenservice|"
     "kundensupport|kundendienst|kundenbetreuung|service client|service clientele|support client|"
     "relation client|support technique|atencion al cliente|soporte tecnico|servicio al client|"
     "atendimento|suporte tecnico|suporte ao cliente|klantenservice|obsluga klienta|zendesk"},
    {7, kWeakField, "support|customer|client|onboarding|hospitality|booking|reservation|ticketing"},

    {8, kRole,
     "account executive|account manager|account director|account supervisor|solution engineer|"
     "solution consultant|customer engineer|salesperson|salesman|saleswoman|business developer|"
     "appointment setter|closer|sdr|bdr|telemarketer|revenue architect|partner manager|realtor|"
     "real estate agent|real estate broker|insurance agent|area manager|ingenieur commercial|"
     "ingenieur d affaire|ingenieur avant vente|technico commercial|charge d affaire|"
     "chargee d affaire|attache commercial|delegue commercial|vendeur|vendeuse|"
     "vertriebsmitarbeiter|vertriebsleiter|vertriebsingenieur|vertriebsmanager|verkaufer|"
     "aussendienstmitarbeiter|handelsvertreter|vendedor|asesor comercial|asesora comercial|"
     "ejecutivo de cuenta|ejecutivo comercial|ingeniero de venta|executivo de conta|"
     "representante comercial|ae"},
    {8, kField,
     "sales|presales|sales engineering|solution engineering|business development|"
     "market development|partnership|channel|alliance|revenue operation|revops|"
     "revenue enablement|account management|go to market|gtm|territory|deal desk|"
     "strategic account|key account|new business|chief revenue officer|chief commercial officer|"
     "publisher development|vertrieb|aussendienst|verkauf|venta|venda|vente|"
     "developpement commercial|logement|comercial|sprzedaz|verkoop|revenue strategy"},
    {8, kWeakField,
     "revenue|commercial|retail|acquisition|real estate|monetization|capture|publisher|proposal|"
     "fundraising|donor"},

    {9, kRole,
     "product manager|product owner|product lead|product director|product head|"
     "product strategist|produktmanager|chef de produit|cheffe de produit|responsable produit|"
     "responsable de produit|gerente de producto|jefe de producto|director de producto|"
     "gerente de produto|gestor de produto|dono do produto"},
    {9, kField,
     "product management|product strategy|product operation|product ownership|"
     "product development|cpo|chief product officer|produktmanagement|gestion de producto"},
    {9, kWeakField, "product|produit|producto|produto"},

    {10, kRole,
     "nurse|rn|lpn|lvn|cna|physician|doctor|surgeon|dentist|hygienist|pharmacist|psychologist|"
     "psychiatrist|therapist|physiotherapist|psychotherapist|counselor|counsellor|social worker|"
     "caregiver|midwife|paramedic|emt|radiologist|sonographer|dietitian|dietician|nutritionist|"
     "veterinarian|optometrist|audiologist|phlebotomist|pathologist|epidemiologist|"
     "anesthesiologist|cardiologist|neurologist|oncologist|dermatologist|clinician|medical coder|"
     "medical biller|clinical data manager|clinical scientist|case manager|care manager|"
     "care coordinator|wellness coach|lab technician|laboratory technician|infirmier|medecin|"
     "pharmacien|pharmacienne|kinesitherapeute|psychologue|aide soignant|arzt|krankenschwester|"
     "krankenpfleger|pflegefachkraft|pflegefachmann|pflegefachfrau|pfleger|apotheker|psychologin|"
     "enfermera|enfermero|enfermeiro|enfermeira|medico|medica|farmaceutico|farmaceutica|"
     "psicologo|psicologa|terapeuta|nutricionista|pielegniarka|lekarz|verpleegkundige|"
     "behavior analyst|behaviour analyst"},
    {10, kField,
     "healthcare|health|medical|clinical|nursing|patient|pharmacy|pharmaceutical|pharma|"
     "telehealth|clinical documentation|medical billing|medical claim|health insurance|"
     "regulatory affair|pharmacovigilance|drug safety|therapy|dental|revenue cycle|"
     "utilization management|utilization review|care management|care coordination|oncology|"
     "neurology|cardiology|radiology|pediatric|dermatology|biostatistics|epidemiology|hospital|"
     "hospice|medicare|medicaid|provider relation|provider network|veterinary|drg|nutrition|"
     "rehabilitation|gesundheit|pflege|salud|saude|sante"},
    {10, kWeakField, "wellness|biotech|life science|care"},

    {11, kRole,
     "receptionist|executive assistant|admin assistant|personal assistant|virtual assistant|"
     "office manager|office administrator|office coordinator|office assistant|office clerk|"
     "typist|executive business partner|administrative support|scheduler|assistant to|"
     "telephone operator|switchboard operator|assistant administratif|assistant de direction|"
     "assistante de direction|hotesse d accueil|standardiste|burokauffrau|burokaufmann|burokraft|"
     "buroassistenz|sekretar|teamassistenz|teamassistent|empfangsmitarbeiter|"
     "asistente administrativo|asistente administrativa|asistente virtual|asistente ejecutivo|"
     "asistente ejecutiva|recepcionista|secretaria|secretario|auxiliar administrativo|"
     "auxiliar administrativa|assistente administrativo|assistente administrativa|"
     "research administrator"},
    {11, kField,
     "data entry|front desk|front office|clerical|secretarial|reception|office administration|"
     "office management|mailroom|calendar management|administrative"},
    {11, kWeakField, "administration|office|facility|workplace|scheduling|travel"},

    {12, kRole,
     "teacher|tutor|professor|instructor|lecturer|trainer|educator|instructional designer|"
     "instructional design|learning designer|learning experience designer|curriculum designer|"
     "curriculum developer|curriculum writer|course developer|course designer|course creator|"
     "elearning developer|e learning developer|elearning designer|instructional developer|"
     "school counselor|admission counselor|enrollment counselor|academic counselor|"
     "guidance counselor|career counselor|career coach|school principal|dean|librarian|formateur|"
     "formatrice|enseignant|professeur|animateur de formation|animatrice de formation|lehrer|"
     "dozent|ausbilder|nachhilfelehrer|profesor|maestro|maestra|formador|nauczyciel|docent|"
     "faculty"},
    {12, kField,
     "education|teaching|learning and development|l and d|curriculum|elearning|e learning|"
     "academic|academy|tutoring|admission|enrollment|enrolment|student success|student service|"
     "student affair|student support|k12|early childhood|esl|ausbildung|weiterbildung|educacion|"
     "educacao|ensenanza"},
    {12, kWeakField,
     "training|learning|school|university|student|course|coaching|instruction|formation|"
     "instructional"},

    {13, kRole,
     "lawyer|attorney|paralegal|counsel|solicitor|barrister|notary|contract manager|"
     "contract specialist|contract administrator|contract negotiator|mlro|legal engineer|"
     "patent engineer|dpo|avocat|notaire|rechtsanwalt|rechtsanwaltsfachangestellte|jurist|"
     "syndikusrechtsanwalt|abogado|abogada|advogado|advogada|avvocato|prawnik"},
    {13, kField,
     "legal|law|litigation|compliance|regulatory|contract management|intellectual property|"
     "patent|trademark|privacy|immigration|corporate governance|data protection|aml|kyc|"
     "anti money laundering|e discovery|ediscovery|public policy|government affair|"
     "government relation|industry affair|juridique|recht|rechtsabteilung|juridico|juridica"},
    {13, kWeakField, "policy|governance|ip|contract negotiation"},

    {14, kRole,
     "accountant|bookkeeper|auditor|controller|comptroller|actuary|underwriter|treasurer|cpa|"
     "wealth advisor|tax preparer|loan processor|mortgage broker|equity analyst|budget analyst|"
     "portfolio manager|fund manager|quantitative analyst|quantitative researcher|"
     "quantitative developer|quant developer|quant|trader|adjuster|economist|banker|teller|"
     "comptable|controleur de gestion|controleuse de gestion|auditeur|auditrice|tresorier|"
     "buchhalter|finanzbuchhalter|bilanzbuchhalter|lohnbuchhalter|steuerberater|"
     "steuerfachangestellte|wirtschaftsprufer|contador|contable|analista financiero|"
     "analista financeiro|analista contabil|tesorero|ksiegowa|ksiegowy|boekhouder"},
    {14, kField,
     "accounting|finance|financial|tax|audit|auditing|treasury|payroll|bookkeeping|billing|"
     "invoicing|account payable|account receivable|fp and a|fpa|fp a|controlling|credit|lending|"
     "loan|mortgage|investment|private equity|venture capital|asset management|wealth management|"
     "collection|claim|insurance|underwriting|actuarial|banking|pricing|risk|fraud|"
     "revenue recognition|statutory reporting|sox|investor relation|capital market|trading|cfo|"
     "paie|comptabilite|tresorerie|finanzen|finanzbuchhaltung|buchhaltung|steuern|finanzas|"
     "contabilidad|financeiro|ksiegowosc|equity research"},
    {14, kWeakField, "payment|fintech|crypto|equity|expense|fund|grant"},

    {15, kRole,
     "recruiter|sourcer|headhunter|hrbp|talent scout|recruteur|recruteuse|charge de recrutement|"
     "chargee de recrutement|charge rh|chargee rh|personalreferent|personalsachbearbeiter|"
     "personaler|personalleiter|personalberater|reclutador|recrutador|rekruter"},
    {15, kField,
     "human resource|hr|hris|recruiting|recruitment|talent|people|people analytics|"
     "employee relation|employee experience|employee engagement|compensation|comp and ben|"
     "benefit|total reward|workforce planning|diversity|dei|organizational development|staffing|"
     "human capital|labor relation|labour relation|chro|employer branding|employer brand|rh|"
     "ressource humaine|recrutement|recurso humano|talento humano|reclutamiento|recrutamento|"
     "personalwesen|personalabteilung|personalmanagement"},
    {15, kWeakField, "sourcing|culture|workforce|employee"},

    {16, kRole,
     "writer|editor|copywriter|journalist|reporter|translator|interpreter|proofreader|"
     "ghostwriter|author|blogger|content creator|content producer|content strategist|"
     "screenwriter|scriptwriter|transcriber|subtitler|linguist|podcast producer|"
     "localization engineer|redacteur|redactrice|traducteur|traductrice|createur de contenu|"
     "creatrice de contenu|redakteur|texter|ubersetzer|lektor|redactor|traductor|periodista|"
     "creador de contenido|redator|tradutor|jornalista|redaktor|tlumacz"},
    {16, kField,
     "content strategy|content creation|content operation|content design|content management|"
     "content production|copywriting|writing|editorial|editing|proofreading|translation|"
     "localization|localisation|journalism|publishing|documentation|blog|storytelling|"
     "transcription|subtitling|newsletter|redaction|redaktion|traduccion"},
    {16, kWeakField, "content|language|copy"},

    // Trades of none of the categories, so that no word beside them makes one.
    {17, kRole,
     "barista|mechanic|driver|electrician|plumber|carpenter|welder|cook|sous chef|head chef|"
     "pastry chef|waiter|waitress|bartender|cashier|janitor|cleaner|housekeeper|guard|machinist|"
     "gardener|florist|baker|butcher|hairdresser|barber|tailor|painter|roofer|bricklayer|locksmith|"
     "construction worker|factory worker|assembly worker|production worker|forklift operator|"
     "machine operator|crane operator|airline pilot|drone pilot|flight attendant|firefighter|"
     "police officer|lifeguard|actor|musician|singer|dancer|nanny|babysitter|pet sitter|dog walker|"
     "store manager|shop manager|shop assistant|store supervisor|restaurant manager|hotel manager|"
     "mechanical engineer|civil engineer|structural engineer|electrical engineer|chemical engineer|"
     "industrial engineer|manufacturing engineer|process engineer|environmental engineer|"
     "petroleum engineer|mining engineer|aerospace engineer|automotive engineer|audio engineer|"
     "sound engineer|maintenance engineer|building engineer|hvac engineer|packaging engineer|"
     "geologist|surveyor|astronomer|chauffeur|mecanicien|electricien|plombier|serveur|cuisinier|"
     "mechaniker|mechatroniker|elektriker|klempner|tischler|koch|kellner|gartner|fahrer|"
     "mecanico|electricista|carpintero|cocinero|camarero|conductor|jardinero|motorista|"
     "mechanik|elektryk|kierowca|kucharz"},
});

}  // namespace

std::span<const TermGroup> term_groups() { return kTermGroups; }

}  // namespace spearyx::normalize
