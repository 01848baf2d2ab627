use std::fs;

use super::{mail, to_server};
use crate::config::{MailSender, Secret};
use crate::error::{Error, ErrorKind};
use crate::outbound::Mailbox;
use crate::testing::SmtpServer;

fn is_refused(error: &Error) -> bool {
    *error.kind() == ErrorKind::Mail { permanent: true }
}

fn header<'a>(data: &'a str, name: &str) -> Vec<&'a str> {
    let head = data.split("\r\n\r\n").next().unwrap();
    let lines = head.split("\r\n");
    lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let server = SmtpServer::start();
    let answer = to_server(&server, |_| {}).send_and_report(&mail("joe@lp.com")).await.unwrap();
    assert_eq!(answer, "250 2.0.0 taken");
    let received = server.received().pop().unwrap();
    assert_eq!(
        (received.from.as_str(), received.to.as_str()),
        ("<no-reply@app.test>", "<joe@lp.com>")
    );
    assert_eq!(header(&received.data, "Subject"), ["Hello"]);
    assert_eq!(header(&received.data, "To"), ["joe@lp.com"]);
    assert_eq!(header(&received.data, "Message-ID"), ["<a1b2@app.test>"]);
    assert_eq!(header(&received.data, "Auto-Submitted"), ["auto-generated"]);
    assert_eq!(header(&received.data, "Date"), ["Thu, 28 May 2026 20:26:40 +0000"]);
    assert_eq!(header(&received.data, "Content-Type"), ["text/plain; charset=utf-8"]);
    assert!(received.data.trim_end().ends_with("\r\n\r\nHello\r\n.\r\nthere"), "{}", received.data);
}

#[tokio::test]
async fn names_and_texts_of_any_language_arrive() {
    let server = SmtpServer::start();
    let mut mail = mail("joe@lp.com");
    mail.to.name = Some("Jürgen Groß".to_owned());
    mail.sender.name = Some("受付, \"Tokyo\"".to_owned());
    mail.subject = "パスワードを変更しました — Größe ✓".to_owned();
    mail.text = Some("Grüße, 世界".to_owned());
    mail.html = Some("<p>Grüße, 世界</p>".to_owned());
    to_server(&server, |_| {}).send(&mail).await.unwrap();
    let received = server.received().pop().unwrap();
    assert!(received.data.is_ascii(), "{}", received.data);
    assert!(header(&received.data, "To")[0].contains("=?utf-8?b?"), "{}", received.data);
    assert!(header(&received.data, "To")[0].ends_with("<joe@lp.com>"), "{}", received.data);
    assert!(received.data.contains("multipart/alternative"));
    let words: Vec<&str> =
        received.data.split("\r\nSubject: ").nth(1).unwrap().split("\r\nDate").collect();
    let decoded: Vec<u8> = words[0]
        .split_whitespace()
        .flat_map(|word| {
            let inner = word.strip_prefix("=?utf-8?b?").unwrap().strip_suffix("?=").unwrap();
            data_encoding::BASE64.decode(inner.as_bytes()).unwrap()
        })
        .collect();
    assert_eq!(String::from_utf8(decoded).unwrap(), mail.subject);
}

#[tokio::test]
async fn addresses_of_any_language_need_a_server_that_knows_them() {
    let server = SmtpServer::start();
    let mailer = to_server(&server, |_| {});
    mailer.send(&mail("jürgen@bücher.example")).await.unwrap();
    let received = server.received().pop().unwrap();
    assert_eq!(received.to, "<jürgen@xn--bcher-kva.example>");
    assert!(received.from.contains("SMTPUTF8"), "{received:?}");

    server.unicode(false);
    let mailer = to_server(&server, |_| {});
    // A domain alone has a spelling that every server knows (RFC 5890).
    mailer.send(&mail("joe@bücher.example")).await.unwrap();
    assert_eq!(server.received().pop().unwrap().to, "<joe@xn--bcher-kva.example>");
    assert!(is_refused(&mailer.send(&mail("jürgen@lp.com")).await.unwrap_err()));
}

#[tokio::test]
async fn nobody_adds_a_header_or_a_recipient() {
    let server = SmtpServer::start();
    let mailer = to_server(&server, |_| {});
    for line in ["\r\n", "\n", "\r", "\u{2028}", "\0", "\r\n\r\n", "\u{85}"] {
        let evil = format!("Joe{line}Bcc: eve@evil.test{line}X-Evil: 1");
        let mut mail = mail("joe@lp.com");
        mail.to.name = Some(evil.clone());
        mail.sender.name = Some(evil.clone());
        mail.subject.clone_from(&evil);
        mail.message_id = format!("1@a{line}X-Evil: 1");
        mail.headers.push(("X-Note".to_owned(), evil.clone()));
        mailer.send(&mail).await.unwrap();
        let received = server.received().pop().unwrap();
        assert_eq!(received.to, "<joe@lp.com>");
        assert!(header(&received.data, "Bcc").is_empty(), "{line:?}: {}", received.data);
        assert!(header(&received.data, "X-Evil").is_empty(), "{line:?}: {}", received.data);
    }
    let before = server.received().len();
    for address in [
        "joe@lp.com\r\nRCPT TO:<eve@evil.test>",
        "joe@lp.com\nBcc: eve@evil.test",
        "joe\r\n@lp.com",
        "joe@lp.com>\u{0}",
        "joe@lp.com> SIZE=1",
        "joe@lp.com, eve@evil.test",
        "<joe@lp.com>",
        "joe",
        "@lp.com",
        "joe@",
        "",
    ] {
        let mut mail = mail(address);
        assert!(is_refused(&mailer.send(&mail).await.unwrap_err()), "{address:?}");
        mail.to = Mailbox::new("joe@lp.com");
        mail.sender = Mailbox::new(address);
        assert!(is_refused(&mailer.send(&mail).await.unwrap_err()), "{address:?}");
    }
    let mut mail = mail("joe@lp.com");
    mail.headers.push(("X-Evil: 1\r\nBcc".to_owned(), "eve@evil.test".to_owned()));
    assert!(is_refused(&mailer.send(&mail).await.unwrap_err()));
    assert_eq!(server.received().len(), before);
}

#[tokio::test]
async fn a_wrong_password_is_no_reason_to_lose_a_mail() {
    let server = SmtpServer::start();
    server.account("app", "secret");
    let with = |password: &'static str| {
        to_server(&server, move |config| {
            config.mail.username = Some("app".into());
            config.mail.password = Some(Secret::from(password));
        })
    };
    let error = with("wrong").send(&mail("joe@lp.com")).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Mail { permanent: false });
    assert!(error.detail().contains("535") && !error.detail().contains("wrong\""), "{error}");
    with("secret").send(&mail("joe@lp.com")).await.unwrap();
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_server_that_cannot_encrypt_gets_nothing_where_that_is_asked_for() {
    let server = SmtpServer::start();
    let error = to_server(&server, |config| config.mail.use_tls = true)
        .send(&mail("joe@lp.com"))
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Mail { permanent: false });
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_folder_holds_whole_mails() {
    let folder = tempfile::tempdir().unwrap();
    let server = SmtpServer::start();
    let path = folder.path().join("mails");
    let mailer = to_server(&server, |config| {
        config.mail.sender_kind = Some(MailSender::File);
        config.mail.folder = Some(path.clone());
    });
    mailer.send(&mail("joe@lp.com")).await.unwrap();
    let mut evil = mail("joe@lp.com");
    evil.message_id = "../../up@app.test".to_owned();
    mailer.send(&evil).await.unwrap();
    let mut names: Vec<_> = fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["______up@app_test.eml", "a1b2@app_test.eml"]);
    let text = fs::read_to_string(path.join("a1b2@app_test.eml")).unwrap();
    assert_eq!(header(&text, "Subject"), ["Hello"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path.join("a1b2@app_test.eml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
