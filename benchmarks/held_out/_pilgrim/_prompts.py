"""What people and agents write in English and in other languages of Europe and the Americas."""

from typing import Final

PROMPTS_WEST: Final = (
    # English: on-call chats of developer tools
    "[02:14] pager: sev2 on ingest\n[02:15] <<BRITISH>>: ack, looking\n[02:21] <<AMERICAN>>: it's the cert again. ring me on <<PHONE_US>> if I drop off",
    "Handover notes: <<BRITISH_FIRST>> covers tonight, <<AMERICAN_FIRST>> takes over at six. Escalate to <<MAIL_WORK>>.",
    "who is <<POLISH>>? she opened the incident from <<IP>> and isn't in our directory",
    "You are the release bot. When <<NIGERIAN>> asks for a rollback, page <<BRITISH>> at <<PHONE_UK>> first.",
    "user: why does the dashboard greet me as <<CZECH>>?\nassistant: The session cookie belongs to <<MAIL_CZ>>; you may share a browser.",
    "Postmortem author: <<GERMAN>>. Reviewers: <<FRENCH>>, <<SPANISH>>. Customer contact: <<MAIL>>.",
    # English: money, returns, travel
    "Hi, it's <<BRITISH>>. I sent £640 to the wrong account (<<UK_SORT_CODE>>, <<UK_BANK_ACCOUNT>>), can you recall it?",
    "Freeze the card ending on my profile please. Name <<AMERICAN>>, born <<BORN_US>>, full number <<CREDIT_CARD>>.",
    "Draft a reply to <<AMERICAN>> (<<MAIL>>), who returned the boots in the wrong box. The refund goes to <<HOME_US>> by cheque.",
    "The courier says nobody was in. Redeliver to my neighbour <<BRITISH>> at <<HOME_UK>>, thanks",
    "Add <<FILIPINO>> as a third traveller on the booking: born <<BORN_ISO>>, passport <<PH_PASSPORT>>.",
    "Visa appointment for <<NIGERIAN>>, passport <<NG_PASSPORT>>, email <<MAIL_NG>>. Is the slot on Tuesday still open?",
    "Our tour group meets at <<HOME_IE>>. Late? Text <<BRITISH_FIRST>> on <<PHONE_IE>>.",
    # English: others
    "The donor, <<SOUTHAFRICAN>> of <<TOWN_ZA>>, lends the bronze until May; insurance papers go to <<MAIL_ZA>>.",
    "Meter reading 48213 for <<BRITISH>>, <<HOME_UK>>. Smart meter not responding since Friday.",
    "Shipment to <<HOME_ZA>> held by customs. The consignee <<SOUTHAFRICAN>> (ID <<ZA_ID>>) must sign the DA 306.",
    "Report this profile: he calls himself <<AMERICAN>>, asks for money and messages me from <<PHONE_US>>.",
    "Evening student <<BRITISH>> (DOB <<BORN_DAY_FIRST>>) has a nut allergy. In an emergency ring <<BRITISH2>>, <<PHONE_UK>>.",
    "Please translate my birth certificate for USCIS. A-number <<US_ALIEN_NUMBER>>, case <<US_USCIS_RECEIPT>>. I'm <<MEXICAN>>.",
    "Lab: sample labelled <<BRITISH>>, NHS <<UK_NHS>>, arrived haemolysed. Ask the ward for a repeat.",
    "My rider <<FILIPINO_FIRST>> left the food at the wrong gate, I'm at <<HOME_PH>>. Number <<PHONE_PH>>.",
    "system: Extract the sender.\nuser: Best wishes,\n<<FRENCH>>\nConservation dept.\n<<PHONE_FR>> | <<MAIL_FR>>",
    "Compare the CVs of <<CZECH>>, <<INDONESIAN>> and <<VIETNAMESE>> for the bench scientist post.",
    # Spanish
    "Hola, soy <<SPANISH>>. Quiero devolver un abrigo, recogedlo en <<HOME_ES>> y llamadme al <<PHONE_ES>>.",
    "¿Puedes cambiar el titular del contrato de luz a <<SPANISH>>, DNI <<ES_NIF>>? La cuenta es <<IBAN_ES>>.",
    "Cita previa extranjería: <<BRAZILIAN>>, NIE <<ES_NIE>>, nacido el <<BORN_ES>>, correo <<MAIL_BR>>.",
    "Oye, el repartidor <<MEXICAN_FIRST>> no encuentra la casa, es <<HOME_MX>>, que marque al <<PHONE_MX>>",
    "Buenos días, la alumna <<MEXICAN>> con CURP <<MX_CURP>> no aparece en la lista de <<TOWN_MX>>.",
    "Redacta un correo para <<MEXICAN>> (<<MAIL_MX>>) avisando que su transferencia a la CLABE <<MX_CLABE>> fue devuelta.",
    # Portuguese
    "Oi, aqui é a <<BRAZILIAN>>, CPF <<BR_CPF>>. Comprei um tênis e veio trocado, moro na <<HOME_BR>>.",
    "Resuma o chamado: cliente <<BRAZILIAN>> de <<TOWN_BR>> sem energia desde ontem, telefone <<PHONE_BR>>.",
    "Bom dia! Remarque a visita guiada em nome de <<BRAZILIAN>> e confirme por <<MAIL_BR>>.",
    "Meu match disse que se chama <<BRAZILIAN_FIRST>> e me pediu um pix pra chave <<BR_PIX>>, é golpe?",
    # French
    "Bonjour, je m'appelle <<FRENCH>>, mon colis est parti au <<HOME_FR>> alors que j'ai déménagé. Joignable au <<PHONE_FR>>.",
    "Peux-tu vérifier le dossier de <<FRENCH_FORMAL>>, né(e) le <<BORN_FR>> à <<TOWN_FR>>, numéro de sécu <<FR_NIR>> ?",
    "Le prélèvement EDF passera sur <<IBAN_FR>>. Prévenez <<FRENCH>> par mail : <<MAIL_FR>>.",
    "Coucou <<FRENCH_FIRST>>, l'astreinte de samedi est pour <<FRENCH2>>, tu peux lui passer le <<PHONE_FR>> ?",
    # German
    "Guten Tag, mein Name ist <<GERMAN>>. Bitte stornieren Sie die Reise und erstatten Sie auf <<IBAN_DE>>.",
    "Schreib <<GERMAN>> (<<MAIL_DE>>), dass der Zählerstand fehlt. Lieferstelle: <<HOME_DE>>.",
    "Grüezi, i bi d <<GERMAN_FIRST>> us <<TOWN_CH>>, chönd Sie mir zrugglüte uf <<PHONE_CH>>?",
    "Servus, der Patient <<GERMAN>>, SVNR <<AT_SVNR>>, wohnt jetzt in <<HOME_AT>>. Bitte Laborbefund dorthin.",
    "Für den Leihvertrag brauche ich die Steuer-ID von <<GERMAN>>: <<DE_STEUER_ID>>. Geburtsdatum <<BORN_DE>>.",
    # Polish, Czech, Slovak, Ukrainian
    "Dzień dobry, nazywam się <<POLISH>>, zamówienie nie dotarło na <<HOME_PL>>. Mój numer to <<PHONE_PL>>.",
    "Sprawdź proszę wniosek o pobyt: <<full:uk_UA>>, PESEL <<PL_PESEL>>, mail <<MAIL_PL>>.",
    "Dobrý den, tady <<CZECH>>, <<TOWN_CZ>>. Zásilku prosím přesměrujte na <<HOME_CZ>>, telefon <<PHONE_CZ>>.",
    "Napiš odpověď, adresát <<CZECH>> (<<MAIL_CZ>>): přeplatek za plyn jde na účet <<CZ_BANK_ACCOUNT>>.",
    "Ahoj, volá sa <<full:sk_SK>>, narodený <<BORN_DOTS>>, a hľadá spoj, cieľ <<TOWN_CZ>>.",
    "Добрий день, мене звати <<full:uk_UA>>, живу у <<HOME_PL>>, телефон <<PHONE_PL>>.",
    # Russian and Turkish in Germany, Italian in Switzerland
    "Здравствуйте, это <<full:ru_RU>>, счёт за электричество пришёл не на тот адрес, мой адрес: <<HOME_DE>>.",
    "Merhaba, ben <<full:tr_TR>>, iade kargomu <<HOME_DE>> adresinden alın, telefonum <<PHONE_DE>>.",
    "Buongiorno, sono <<full:it_IT>>, numero AVS <<CH_AHV>>, abito in <<HOME_CH>>.",
    # Catalan, Basque, Irish, Welsh
    "Bon dia, soc la <<SPANISH>>, l'entrada del museu va a nom del meu fill. El meu telèfon és el <<PHONE_ES>>.",
    "Kaixo, <<SPANISH>> naiz, NAN zenbakia <<ES_NIF>>, eta faktura <<MAIL_ES>> helbidera bidali.",
    "Dia duit, is mise <<BRITISH>>, uimhir PSP <<IE_PPSN>>, agus tá cónaí orm i <<HOME_IE>>.",
    "Bore da, fy enw i yw <<BRITISH>>, rhif ffôn <<PHONE_UK>>, ac mae'r mesurydd wedi torri.",
)
