"""The same in other languages and scripts."""

from typing import Final

WORLD: Final = (
    "Bonjour, je suis <<full:fr_FR>>, j'habite au <<address:fr_FR>> et je n'ai toujours pas reçu ma facture. Tél. <<phone:fr_FR>>",
    "Merci de convoquer Mme <<last:fr_FR>> et M. <<last2:fr_FR>> pour mardi ; leur adresse est <<HOME>>.",
    "Guten Tag, mein Name ist <<full:de_DE>>. Bitte überweisen Sie die Kaution auf <<IBAN_DE>>. Rückfragen unter <<phone:de_DE>>.",
    "Herr <<last:de_AT>> aus <<PLACE>> möchte den Termin verschieben, erreichbar unter <<PHONE_AT>>.",
    "Hola, soy <<full:es_ES>>. Mi NIF es <<ES_NIF>> y vivo en <<address:es_ES>>. ¿Pueden cambiar la titularidad?",
    "Anota el pedido de <<full:es_MX>>: dos cajas, entregar en <<city:es_MX>>, celular <<PHONE_MX>>, RFC <<MX_RFC>>.",
    "Buongiorno, sono <<full:it_IT>>, codice fiscale <<IT_FISCAL_CODE>>, nato il <<BORN_EU>>. Vorrei disdire.",
    "Scrivi a <<full:it_IT>> (<<email:it_IT>>) che il corriere passa in <<ROAD>> domani mattina.",
    "Oi, aqui é <<full:pt_BR>>, CPF <<BR_CPF>>, não consigo entrar no app. Meu celular é <<PHONE_BR>>.",
    "Boa tarde, o meu nome é <<full:pt_PT>> e o meu NISS é <<PT_NISS>>. Moro em <<city:pt_PT>>.",
    "Goedemorgen, u spreekt met <<full:nl_NL>>. Mijn nieuwe adres is <<address:nl_NL>>, bellen kan op <<PHONE_NL>>.",
    "Dzień dobry, nazywam się <<full:pl_PL>>, PESEL <<PL_PESEL>>. Proszę oddzwonić: <<PHONE_PL>>.",
    "Hej! Jag heter <<full:sv_SE>> och har flyttat till <<city:sv_SE>>. Personnummer <<SE_PERSONNUMMER>>.",
    "Hei, olen <<NAME_FI>>. Numeroni on <<PHONE_FI>>, laittakaa kuitti osoitteeseen <<BOX>>.",
    "Dobrý deň, volám sa <<NAME_SK>> a moje telefónne číslo je <<PHONE_SK>>.",
    "Molim vas promijenite broj za korisnika <<NAME_HR>> u <<PHONE_HR>>, OIB <<HR_OIB>>.",
    "Здравствуйте, меня зовут <<NAME_RU>>, мой телефон <<PHONE_RU>>, почта <<BOX>>.",
    "Добрый день! Запишите на приём: <<NAME_BG>>, дата рождения <<BORN_EU>>.",
    "Доброго дня, мене звати <<NAME_UA>>, мій номер <<PHONE_UA>>.",
    "Xin chào, tôi là <<NAME_VN>>, số điện thoại <<PHONE_VN>>. Đơn hàng của tôi ở đâu?",
    "Halo, nama saya <<NAME_ID>>, NPWP <<ID_NPWP>>, nomor HP <<PHONE_ID>>.",
    "您好，我叫<<NAME_TW>>，電話是 <<PHONE_E>>，請幫我改地址。",
    "担当の<<NAME_JA>>様に折り返しお願いします。電話番号は<<PHONE_JP>>です。",
    "Merhaba, ben <<NAME_TR>>. T.C. kimlik numaram <<TR_TCKN>>, cep <<PHONE_TR>>.",
    "سلام، من <<NAME_FA>> هستم و کد ملی من <<IR_NATIONAL_CODE>> است.",
)  # fmt: skip
