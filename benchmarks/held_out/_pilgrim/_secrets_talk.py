"""Carriers of secrets: what people tell each other and agents."""

from typing import Final

TALK: Final = (
    # English
    ("the staging password is still @@, somebody change it pls", "word_english"),
    ("Use this token until Monday: @@", "github_fine"),
    ("I can't log in. My password is @@ and it keeps saying invalid.", "word_english"),
    ("Wi-Fi for visitors: network Gallery-Guest, password @@", "word_english"),
    ("pw for the customs portal = @@", "strong"),
    ("Your one-time passcode is @@. Never share it with anyone.", "pin_six"),
    ("Enter PIN @@ at the locker to collect your return.", "pin_four"),
    ("the PIN of the company card is @@", "pin_four"),
    ("oops, pasted the prod key in the channel: @@ - revoking now", "aws_key"),
    ("My wallet words, please check the order: @@", "seed_words"),
    ("Login details:\nUser: museum-till\nPass: @@", "word_english"),
    (
        "Temporary credentials for the new analyst - username lab07, password @@, change at first login.",
        "strong",
    ),
    ("here's my OpenAI key so you can test: @@", "openai_project"),
    ("Agent, sign in to the supplier portal with buyer7 / @@ and download the invoices.", "strong"),
    ("our postman key leaked in the wiki: @@", "postman"),
    ("Q: what's the secret for the returns webhook?\nA: @@", "stripe_hook"),
    ("Please store the mailgun key @@ in the vault.", "mailgun"),
    ("clickup token for the board sync is @@", "clickup"),
    ("rotate @@ (hubspot private app) by Friday", "hubspot"),
    ("Added typeform token @@ to the survey job", "typeform"),
    # Spanish
    ("La contraseña del panel de reservas es @@, no la compartas.", "word_spanish"),
    ("usuario: almacen2 / clave: @@", "word_spanish"),
    ("Tu código de verificación es @@. Caduca en 5 minutos.", "pin_six"),
    ("No puedo entrar con mi contraseña @@, ¿me ayudas?", "word_spanish"),
    # Portuguese
    ("A senha do Wi-Fi da recepção é @@", "word_portuguese"),
    ("usuário caixa3, senha @@, troca depois", "word_portuguese"),
    ("Seu código de acesso é @@. Não compartilhe.", "pin_six"),
    # French
    ("Le mot de passe de la billetterie est @@, merci de le changer.", "word_french"),
    ("mdp provisoire : @@", "word_french"),
    ("Votre code de confirmation est le @@.", "pin_six"),
    # German
    ("Das Passwort für den Zählerserver lautet @@.", "word_german"),
    ("Zugangsdaten Kundenportal: Benutzer einkauf, Kennwort @@", "word_german"),
    ("Ihr Bestätigungscode: @@. Geben Sie ihn nicht weiter.", "pin_six"),
    # Polish, Czech
    ("Hasło do systemu zwrotów to @@, zmień je po zalogowaniu.", "word_polish"),
    ("login: kasa5, hasło: @@", "word_polish"),
    ("Heslo do rezervačního systému je @@", "word_czech"),
    ("přihlášení: sklad / heslo: @@", "word_czech"),
    # Africa
    ("Die wagwoord vir die museum se rekenaar is @@", "word_african"),
    ("Oga, the password for the dispatch portal na @@ o", "word_african"),
    ("كلمة المرور للوحة التحكم هي @@ غيّرها بعد الدخول", "word_arabic"),
    ("كلمة السر: @@", "word_arabic"),
    ("رمز التحقق الخاص بك هو @@", "pin_six"),
    # Asia
    ("Password ng WiFi sa opisina: @@", "word_tagalog"),
    ("Ito po ang password ko @@, hindi ako maka-login", "word_tagalog"),
    ("Kata sandi dashboard kurir adalah @@, jangan disebar ya.", "word_indonesian"),
    ("Kode OTP Anda @@. Jangan berikan kepada siapa pun.", "pin_six"),
    ("Mật khẩu hệ thống đặt vé là @@, đổi ngay nhé", "word_vietnamese"),
    ("tài khoản: kho1, mật khẩu: @@", "word_vietnamese"),
    ("后台密码是 @@，登录后请修改。", "word_pinyin"),
    ("账号：caiwu 密码：@@", "word_pinyin"),
    ("您的验证码是 @@，5分钟内有效。", "pin_six"),
    ("訪客 Wi-Fi 密碼：@@", "word_pinyin"),
    ("個 server 嘅密碼係 @@ 呀", "word_pinyin"),
    # Others
    ("Şifre değişti, yeni şifre: @@", "strong"),
    ("Новый пароль от личного кабинета: @@", "strong"),
    ("Пароль до складської системи: @@", "strong"),
    ("La password del portale spedizioni è @@", "strong"),
    ("La contrasenya del museu és @@", "word_spanish"),
    ("パスワードは @@ です。", "strong"),
    ("임시 비밀번호는 @@ 입니다.", "strong"),
    ("Is é @@ an focal faire nua.", "word_english"),
    # Notes and tables
    ("| system | user | password |\n|---|---|---|\n| LIMS | intern | @@ |", "strong"),
    ("service,login,password\nbooking,desk2,@@", "opaque_short"),
    ("## Access\n- URL: https://admin.internal\n- Username: `root`\n- Password: `@@`", "strong"),
    ("<!-- test account: demo / @@ -->", "word_english"),
    ("recovery code 1 of 8 for the admin login: @@", "opaque_short"),
    ("Contentful delivery was fine, the management token @@ was not.", "contentful"),
    ("supabase access token (mine, sorry): @@", "supabase"),
)
