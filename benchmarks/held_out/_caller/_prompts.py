"""What people write to agents of the ten trades, and what agents answer."""

from typing import Final

PROMPTS: Final = (
    # English
    "My line has been dead since Monday. Account holder is <<AUSTRALIAN>>, call me on <<PHONE_AU>>.",
    "Can you move the number <<PHONE_CA>> to a new SIM? It is in my husband's name, <<CANADIAN>>.",
    "Open a claim for <<full:en_GB>>, rear-ended this morning, other driver <<full2:en_GB>>, <<phone2:en_GB>>.",
    "user: where is the adjuster?\nassistant: <<INDIAN>> will visit <<HOME_IN>> tomorrow at 11 and ring <<PHONE_IN>> first.",
    "Hi team,\n\nplease add <<full:en_AU>> (<<MAIL>>) to the roster for the night bus depot.\n\nCheers,\n<<first2:en_AU>>",
    "Crown for <<CANADIAN>>, born <<BORN_LONG>>, is back from the lab. Text <<PHONE_CA>> to book.",
    "Book the puppy vaccination, owner <<AUSTRALIAN>>, <<HOME_AU>>, <<MAIL>>.",
    "Rebook <<ROMANISED>> and <<ROMANISED_KOREAN>> on the morning flight; contact <<MAIL>>.",
    "Payroll for March: <<INDIAN>> joined on the 9th, PAN <<IN_PAN>>, salary to A/c <<IN_BANK_ACCOUNT>>.",
    "Who ordered six cases? <<full:en_CA>>, deliver to <<HOME_CA>>, she asked for a call at <<PHONE_CA>>.",
    "Summarise: site foreman <<full:en_GB>> reported a crack; tenant <<ARABIC>> at <<HOME_AE>> was told.",
    "The caller, <<SOUTHASIAN>>, says her CNIC is <<PK_CNIC>> and the bill goes to <<HOME_PK>>.",
    "system: You are the city's permit assistant.\nuser: I'm <<ARABIC>>, Emirates ID <<AE_EMIRATES_ID>>, is my parking permit ready?",
    "Please forward the payslip to <<MAIL>>, not to <<MAIL2>>. Thanks, <<AUSTRALIAN>>",
    "lost my Presto card <<TRANSIT_CARD_NUMBER>>, name's <<CANADIAN>>, i live in <<city:en_CA>>",
    "Passenger <<GREEK>> needs a wheelchair at the gate, mobile <<PHONE_GR>>.",
    "Verified: login from <<IP_ADDRESS>> was <<full:en_IN>>, who works in <<city:en_IN>>.",
    # German
    "Hallo, hier ist <<GERMAN>>. Mein Anschluss in der <<HOME_DE>> ist gestört, Rückruf bitte unter <<PHONE_DE>>.",
    "Sehr geehrte Damen und Herren,\n\nmein Hund wurde am Samstag operiert, die Rechnung soll an <<MAIL>>.\n\nMit freundlichen Grüßen\n<<GERMAN>>",
    "Bitte lege <<GERMAN>> als Polier an, geboren am <<BORN_DOT>>, Tel. <<PHONE_AT>>.",
    "Frau <<last:de_DE>> aus <<city:de_DE>> möchte den Termin zur Zahnreinigung verschieben.",
    "Winzer <<GERMAN>> bestellt 40 Kisten, Lieferung an <<HOME_AT>>.",
    # French
    "Bonjour, je suis <<FRENCH>>, j'habite <<HOME_FR>> et je n'ai plus internet.",
    "Peux-tu rappeler Mme <<last:fr_FR>> au <<PHONE_FR>> au sujet de son dégât des eaux ?",
    "Ma fille <<first:fr_CA>> a perdu sa carte Opus. Je suis <<CANADIAN>>, <<PHONE_CA>>.",
    "Le vigneron <<FRENCH>> livre 12 caisses à <<DUTCH>>, <<HOME_BE>>.",
    "Réservation au nom de <<full:fr_FR>>, courriel <<MAIL>>, né le <<BORN_SLASH>>.",
    # Dutch
    "Goedemiddag, u spreekt met <<DUTCH>>. Mijn nummer is <<PHONE_NL>> en ik wil mijn abonnement opzeggen.",
    "Nieuwe patiënt: <<DUTCH>>, geboren op <<BORN_DASH>>, woont op <<HOME_BE>>.",
    # Italian
    "Buongiorno, sono <<ITALIAN>>, abito in <<HOME_IT>>: mi mandate un tecnico? Il cellulare è <<PHONE_IT>>.",
    "Denuncia di sinistro: contraente <<ITALIAN>>, controparte <<full:it_IT>>, targa da verificare.",
    "La cantina spedisce a <<ITALIAN>>, e-mail <<MAIL>>, C.F. <<IT_FISCAL_CODE>>.",
    # Spanish, Portuguese
    "Hola, soy <<IBERIAN>> y quiero cambiar el titular de la línea <<PHONE_ES>>.",
    "Avisa a <<full:es_ES>> de que su obra en <<HOME_ES>> empieza el lunes.",
    "Boa tarde, chamo-me <<IBERIAN>>, o meu NIF é <<PT_NIF>> e moro na <<HOME_PT>>.",
    "Marca consulta para o gato da dona <<first:pt_PT>>, telemóvel <<PHONE_PT>>.",
    # Greek
    "Καλημέρα, είμαι η <<GREEK>> και μένω στην οδό <<HOME_GR>>. Το κινητό μου είναι <<PHONE_GR>>.",
    # Polish
    "Dzień dobry, nazywam się <<POLISH>>, mieszkam na <<HOME_PL>>. Proszę o kontakt: <<PHONE_PL>>.",
    "Zgłoszenie szkody: poszkodowany <<POLISH>>, ur. <<BORN_DOT>>, e-mail <<MAIL>>.",
    # Czech, Slovak
    "Dobrý den, tady <<CZECH>>. Nejde mi internet na adrese <<HOME_CZ>>, volejte <<PHONE_CZ>>.",
    "Pacient <<CZECH>>, nar. <<BORN_DOT>>, chce přeobjednat na středu.",
    # Hungarian
    "Jó napot, <<HUNGARIAN>> vagyok, a címem <<HOME_HU>>. Hívjanak a <<PHONE_HU>> számon.",
    # Romanian
    "Bună ziua, mă numesc <<ROMANIAN>> și locuiesc pe <<HOME_RO>>. Telefon: <<PHONE_RO>>.",
    # South Slavic
    "Dobar dan, ja sam <<BALKAN>>, adresa <<HOME_RS>>, telefon <<PHONE_RS>>.",
    "Pokličite stranko <<BALKAN>> glede zavarovalnega primera, EMŠO <<SI_EMSO>>.",
    # Bulgarian
    "Здравейте, казвам се <<BULGARIAN>>, живея на <<HOME_BG>>, телефонът ми е <<PHONE_BG>>.",
    # Ukrainian
    "Добрий день, мене звати <<UKRAINIAN>>, мій номер <<PHONE_UA>>, адреса: <<HOME_UA>>.",
    # Baltic
    "Tere, olen <<ESTONIAN>>, minu isikukood on <<EE_ISIKUKOOD>>.",
    "Laba diena, esu <<LITHUANIAN>>, mano el. paštas <<MAIL>>.",
    # Turkish
    "Merhaba, ben <<TURKISH>>. Hattım kapandı, numaram <<PHONE_TR>>, adresim <<HOME_TR>>.",
    "<<TURKISH>> adlı yolcunun biletini iptal et, TC kimlik no <<TR_TCKN>>.",
    "Kasko dosyası için müşteri <<TURKISH>> ile <<PHONE_TR>> numarasından görüşün.",
    # Hindi, Bengali, Urdu
    "नमस्ते, मेरा नाम <<INDIAN>> है, मेरा पता <<HOME_IN>> है और फ़ोन <<PHONE_IN>>।",
    "bhaiya mera naam <<INDIAN>> hai, recharge nahi hua, number <<PHONE_IN>>",
    "আমার নাম <<SOUTHASIAN>>, আমার ইমেইল <<MAIL>>।",
    "میرا نام <<SOUTHASIAN>> ہے اور میرا نمبر <<PHONE_PK>> ہے۔",
    # Arabic, Hebrew
    "مرحبا، أنا <<ARABIC_NATIVE>> ورقم جوالي <<PHONE_SA>>، لم تصلني فاتورة الهاتف.",
    "السلام عليكم، اسمي <<ARABIC_NATIVE>>، رقم هويتي <<SA_NATIONAL_ID>>.",
    "שלום, שמי <<HEBREW>>, הכתובת שלי <<HOME_IL>> והטלפון <<PHONE_IL>>.",
    # Japanese
    "<<JAPANESE>>と申します。住所は<<HOME_JP>>、電話番号は<<PHONE_JP>>です。",
    "患者の<<JAPANESE_SPACED>>様(<<BORN_ASIA>>生まれ)の予約を変更してください。",
    # Korean
    "안녕하세요, 제 이름은 <<KOREAN>>이고 전화번호는 <<PHONE_KR>>입니다.",
    "<<KOREAN>> 고객님 주소를 <<HOME_KR>>로 바꿔 주세요.",
    # Transcripts and logs
    "Transcript 00:41 agent: may I have your name? caller: <<full:en_IN>>. agent: and date of birth? caller: <<BORN_LONG>>",
    "FNOL|reporter=<<DUTCH>>|tel=<<PHONE_NL>>|mail=<<MAIL>>|loss=hail",
    "CALLER: <<POLISH>>\nCALLBACK: <<PHONE_PL>>\nTOPIC: crane permit",
    'Thought: I need the patient\'s file.\nAction: find_patient(name="<<CZECH>>", dob="<<BORN_ISO>>")',
    "To: <<MAIL>>\nFrom: <<MAIL2>>\nSubject: Recall\n\nDear <<full:en_GB>>, it is time for your check-up.",
    "| passenger | born | phone |\n|---|---|---|\n| <<ROMANISED>> | <<BORN_ISO>> | <<PHONE_JP>> |\n| <<TURKISH>> | <<BORN_ISO2>> | <<PHONE_TR>> |",
    "UPDATE tenants SET phone = '<<PHONE_AE>>' WHERE full_name = '<<ARABIC>>' AND email = '<<MAIL>>';",
    "🍷 New club member! <<IBERIAN>> from <<HOME_ES>>, birthday <<BORN_SLASH>>",
)
