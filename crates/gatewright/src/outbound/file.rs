//! Mails as files in a folder.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use tokio::task::spawn_blocking;

use crate::error::{Error, Result};
use crate::outbound::mail::{Mail, Mailer};
use crate::outbound::mime;

/// Writes each mail to a file of its own, `<Message-ID>.eml`, which only its owner may read.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }
}

#[async_trait]
impl Mailer for Folder {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.send_and_report(mail).await.map(drop)
    }

    async fn send_and_report(&self, mail: &Mail) -> Result<String> {
        let bytes = mime::message(mail)?.formatted();
        let harmless = |c: char| c.is_ascii_alphanumeric() || "-@".contains(c);
        let name = mail.message_id.replace(|c| !harmless(c), "_");
        let (folder, shown) = (self.0.clone(), self.0.display().to_string());
        let written = spawn_blocking(move || write(&folder, &name, &bytes)).await;
        match written {
            Ok(Ok(path)) => Ok(format!("written to {}", path.display())),
            Ok(Err(error)) => {
                let why = format!("MAIL_FOLDER: {shown} cannot be written to");
                Err(Error::mail_delayed(why).caused_by(error))
            }
            Err(error) => Err(Error::mail_delayed("the writer died").caused_by(error)),
        }
    }
}

/// Under another name first: whoever watches the folder sees whole mails only.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (draft, path) = (folder.join(format!(".{name}.new")), folder.join(format!("{name}.eml")));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&draft, &path)?;
    Ok(path)
}
