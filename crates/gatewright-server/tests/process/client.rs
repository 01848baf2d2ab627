//! A small HTTP client over one connection, with cookies.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Generous: the machine may be busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Client {
    server: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
    pub(crate) cookies: BTreeMap<String, String>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known == name);
        found.next().map(|(_, value)| value.as_str())
    }

    /// The CSRF token of a page's form.
    pub(crate) fn csrf_token(&self) -> String {
        let field = self.body.split("name=\"csrf_token\" value=\"").nth(1);
        field.and_then(|rest| rest.split('"').next()).expect("a form").to_owned()
    }
}

impl Client {
    pub(crate) fn new(server: SocketAddr) -> Self {
        Self { server, connection: None, cookies: BTreeMap::new() }
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "", "").unwrap()
    }

    /// Fetches the form, fills it in and sends it.
    pub(crate) fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get(path).csrf_token();
        self.post(path, &token, fields).unwrap()
    }

    pub(crate) fn post(
        &mut self,
        path: &str,
        csrf_token: &str,
        fields: &[(&str, &str)],
    ) -> io::Result<Answer> {
        let mut body = format!("csrf_token={csrf_token}");
        for (name, value) in fields {
            let value = value.replace('%', "%25").replace('@', "%40").replace(' ', "+");
            body.push_str(&format!("&{name}={value}"));
        }
        self.send("POST", path, "content-type: application/x-www-form-urlencoded\r\n", &body)
    }

    pub(crate) fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> io::Result<Answer> {
        let cookies: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\ncontent-length: {}\r\n{headers}\
             \r\n{body}",
            self.server,
            cookies.join("; "),
            body.len()
        );
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let stream = TcpStream::connect(self.server)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                BufReader::new(stream)
            }
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let answer = read(&mut connection)?;
        self.connection = Some(connection);
        for (_, line) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Ok(answer)
    }
}

fn read(connection: &mut impl BufRead) -> io::Result<Answer> {
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        head.push(line);
    }
    let status = head[0].split(' ').nth(1).unwrap().parse().unwrap();
    let headers: Vec<(String, String)> = head[1..]
        .iter()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let mut body = vec![0; length.map_or(0, |(_, value)| value.parse().unwrap())];
    connection.read_exact(&mut body)?;
    Ok(Answer { status, headers, body: String::from_utf8(body).unwrap() })
}
