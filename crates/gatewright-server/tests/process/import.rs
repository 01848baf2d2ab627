//! Users of other systems, through the binary: imported, signed in, and their hashes replaced.

use std::fs;

use serde_json::{Value, json};

use crate::commands::Place;
use crate::server::{PASSWORD, Server, run};

/// Hashes that other libraries made, by how they are imported.
const GOLDEN: &str = include_str!("../../../gatewright-wire/testdata/foreign_passwords.json");

const PEPPER: &str = "b3ad74cf54ab5f3d2bd3ab9f4bf1c8e2f3bb4ee4ea";
const SIGNER: &str =
    "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==";

impl Place {
    /// A place with settings for what is imported.
    pub(crate) fn for_import() -> Self {
        let place = Self::new();
        let settings = format!(
            "ALLOW_WEAK_SECRETS = true\nLIMIT_SIGN_IN = false\nLIMIT_SIGN_IN_IDENTITY = false\n\
             USER_EXTRA_COLUMNS = ['shoe_size']\n\
             [security]\npassword_peppers = ['{PEPPER}']\npassword_firebase_keys = ['{SIGNER}']\n\
             [security.password_hash_passlib_options]\n\
             argon2__memory_cost = 8\nargon2__rounds = 1\nargon2__parallelism = 1\n"
        );
        place.write("app.toml", &settings);
        let database = place.database();
        database.execute("ALTER TABLE user ADD COLUMN shoe_size TEXT", []).unwrap();
        place
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.folder().join(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder().join(name)).unwrap()
    }

    pub(crate) fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.folder().join("gatewright.db")).unwrap()
    }

    pub(crate) fn import(&self, code: i32, arguments: &[&str]) -> Vec<Value> {
        self.lines(code, &[&["import", "--config", "app.toml"], arguments].concat())
    }

    /// The only thing that it says is its sum.
    pub(crate) fn imports(&self, number: u64, arguments: &[&str]) {
        let lines = self.import(0, arguments);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!((&lines[0]["created"], &lines[0]["refused"]), (&json!(number), &json!(0)));
    }

    pub(crate) fn user(&self, email: &str) -> Value {
        self.json(0, &["users", "show", email, "--config", "app.toml"])
    }

    pub(crate) fn stored(&self, email: &str) -> String {
        let sql = "SELECT password FROM user WHERE email = ?";
        self.database().query_row(sql, [email], |row| row.get(0)).unwrap()
    }

    /// Signs in, wrongly and rightly, and looks at what is stored afterwards.
    pub(crate) fn sign_in(&self, server: &Server, email: &str, password: &str) {
        let before = self.stored(email);
        assert!(before.starts_with("{imported}"), "{before}");
        let try_with = |password: &str| {
            let fields = [("email", email), ("password", password)];
            server.client().submit("/login", &fields).status
        };
        assert_eq!(try_with("not the password"), 200, "{email}");
        assert_eq!(try_with(&before), 200, "{email}: the hash is no password");
        assert_eq!(self.stored(email), before);
        assert_eq!(try_with(password), 302, "{email} with {before}");
        let after = self.stored(email);
        assert!(after.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{email}: {after}");
        assert_eq!(try_with(password), 302, "{email}");
        assert_eq!(self.stored(email), after, "renewed once");
    }

    pub(crate) fn serve(&self) -> Server {
        Server::start(self.folder(), &["--config", "app.toml"])
    }
}

pub(crate) fn golden(how: &str) -> Vec<Value> {
    let rows: Vec<Value> = serde_json::from_str(GOLDEN).unwrap();
    rows.into_iter().filter(|row| row["how"] == how).collect()
}

pub(crate) fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap()
}

#[test]
fn hashes_that_say_what_they_are() {
    let place = Place::for_import();
    let rows = golden("read");
    let mut csv = "id,E-Mail,Password Digest,is_active\n".to_owned();
    for (number, row) in rows.iter().enumerate() {
        csv.push_str(&format!("{number},user{number}@example.org,\"{}\",t\n", text(row, "hash")));
    }
    place.write("users.csv", &csv);
    let weak = rows.iter().filter(|row| row["weak"] == true).count();
    assert!(weak > 5 && rows.len() > 30);
    let lines = place.import(1, &["users.csv", "--dry-run"]);
    assert_eq!(lines.last().unwrap()["refused"], weak);
    let map = ["users.csv", "--map", "id=", "--map", "E-Mail=email", "--allow-weak"];
    place.imports(rows.len() as u64, &map);
    let server = place.serve();
    for (number, row) in rows.iter().enumerate() {
        place.sign_in(&server, &format!("user{number}@example.org"), text(row, "password"));
    }
}

#[test]
fn devise() {
    let place = Place::for_import();
    let rows = golden("devise");
    let mut csv =
        "email;encrypted_password;confirmed_at;created_at;sign_in_count;current_sign_in_at\n"
            .to_owned();
    for (number, row) in rows.iter().enumerate() {
        let times = "2024-02-03 04:05:06.789 UTC;2023-02-03 04:05:06;7;2025-01-01 00:00:00 UTC";
        csv.push_str(&format!("user{number}@example.org;{};{times}\n", text(row, "hash")));
    }
    place.write("users.csv", &csv);
    let arguments = ["users.csv", "--delimiter", ";", "--hash-format", "devise"];
    place.imports(rows.len() as u64, &arguments);
    let user = place.user("user0@example.org");
    assert_eq!(user["confirmed_at"], "2024-02-03T04:05:06.789");
    assert_eq!(user["create_datetime"], "2023-02-03T04:05:06");
    assert_eq!((&user["login_count"], &user["active"]), (&json!(7), &json!(true)));
    let server = place.serve();
    for (number, row) in rows.iter().enumerate() {
        place.sign_in(&server, &format!("user{number}@example.org"), text(row, "password"));
    }
    // Without the pepper nobody could sign in.
    place.write("other.toml", "ALLOW_WEAK_SECRETS = true\n");
    let refused = place
        .json(2, &["import", "users.csv", "--hash-format", "devise", "--config", "other.toml"]);
    assert!(refused["error"].as_str().unwrap().contains("SECURITY_PASSWORD_PEPPERS"), "{refused}");
}

#[test]
fn firebase() {
    let place = Place::for_import();
    let row = &golden("firebase")[0];
    // The command line of Firebase writes the URL-safe alphabet.
    let hash = text(row, "hash").replace('+', "-").replace('/', "_");
    let users = json!({ "users": [
        {
            "localId": "a1", "email": "joe@example.org", "emailVerified": true,
            "passwordHash": hash, "salt": text(row, "salt"), "createdAt": "1700000000000",
            "lastSignedInAt": "1710000000000", "disabled": false, "displayName": "Joe",
            "providerUserInfo": [],
        },
        { "localId": "a2", "email": "ann@example.org", "emailVerified": false,
          "createdAt": "1700000000000", "disabled": true, "salt": "AAAA" },
        { "localId": "a3", "phoneNumber": "+15555550100" },
    ] });
    place.write("users.json", &users.to_string());
    let lines = place.import(1, &["users.json", "--format", "firebase", "--refused", "left.json"]);
    let sum = lines.last().unwrap();
    assert_eq!((&sum["created"], &sum["without_password"]), (&json!(2), &json!(1)));
    assert_eq!((&lines[0]["at"], &sum["refused"]), (&json!(3), &json!(1)));
    let left: Value = serde_json::from_str(&place.read("left.json")).unwrap();
    assert_eq!(left["users"][0]["localId"], "a3");
    let joe = place.user("joe@example.org");
    assert_eq!(joe["create_datetime"], "2023-11-14T22:13:20");
    assert_eq!(joe["confirmed_at"], "2023-11-14T22:13:20");
    let ann = place.user("ann@example.org");
    assert_eq!((&ann["active"], &ann["has_password"]), (&json!(false), &json!(false)));
    assert!(!place.stored("joe@example.org").contains(SIGNER));
    place.sign_in(&place.serve(), "joe@example.org", text(row, "password"));
}

#[test]
fn keycloak() {
    let place = Place::for_import();
    let mut rows = golden("pbkdf2");
    rows.extend(golden("argon2"));
    let mut users = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let secret = json!({ "value": row["hash"], "salt": row["salt"] });
        let data = match row["digest"].as_str() {
            Some(digest) => json!({
                "hashIterations": row["rounds"],
                "algorithm": format!("pbkdf2-{}", digest.to_lowercase()),
                "additionalParameters": {},
            }),
            None => json!({
                "hashIterations": 1, "algorithm": "argon2",
                "additionalParameters": {
                    "type": ["id"], "version": ["1.3"], "memory": ["64"],
                    "parallelism": ["1"], "hashLength": ["32"],
                },
            }),
        };
        users.push(json!({
            "username": format!("user{number}"), "email": format!("user{number}@example.org"),
            "emailVerified": true, "enabled": true, "createdTimestamp": 1_700_000_000_000_i64,
            "attributes": { "shoe_size": ["43"] },
            "realmRoles": ["default-roles-shop", "offline_access", "staff"],
            "credentials": [
                { "type": "otp", "secretData": "{}" },
                { "type": "password", "secretData": secret.to_string(),
                  "credentialData": data.to_string() },
            ],
        }));
    }
    // As it was before version 8.
    users.push(json!({ "username": "oldest", "email": "old@example.org", "credentials": [{
        "type": "password", "algorithm": "pbkdf2-sha256", "hashIterations": 1000,
        "hashedSaltedValue": rows[3]["hash"], "salt": rows[3]["salt"],
    }] }));
    let realm = json!({ "realm": "shop", "roles": { "realm": [{ "name": "staff" }] },
        "users": users, "clients": [{ "users": "not these" }] });
    place.write("realm.json", &serde_json::to_string_pretty(&realm).unwrap());
    let import = ["realm.json", "--format", "keycloak"];
    let lines = place.import(1, &import);
    assert_eq!(lines.last().unwrap()["refused"], rows.len(), "there is no role staff");
    let update = [&import[..], &["--create-roles", "--update"]].concat();
    let sum = &place.import(0, &update)[0];
    assert_eq!((&sum["created"], &sum["unchanged"]), (&json!(rows.len()), &json!(1)));
    let user = place.user("user0@example.org");
    assert_eq!((&user["username"], &user["roles"]), (&json!("user0"), &json!(["staff"])));
    let server = place.serve();
    for (number, row) in rows.iter().enumerate() {
        place.sign_in(&server, &format!("user{number}@example.org"), text(row, "password"));
    }
    place.sign_in(&server, "old@example.org", text(&rows[3], "password"));
    let sql = "SELECT shoe_size FROM user WHERE username = 'user0'";
    let size: String = place.database().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(size, "43");
}

#[test]
fn auth0_and_django() {
    let place = Place::for_import();
    let hash = &golden("read")[0];
    let lines = format!(
        "{}\n\n{}\n",
        json!({ "_id": { "$oid": "60425dc4" }, "email": "joe@example.org", "email_verified": true,
                "passwordHash": hash["hash"], "connection": "shop" }),
        json!({ "email": "ann@example.org", "email_verified": false,
                "custom_password_hash": { "algorithm": "bcrypt",
                    "hash": { "value": hash["hash"] } } }),
    );
    place.write("auth0.ndjson", &lines);
    place.imports(2, &["auth0.ndjson", "--format", "auth0"]);
    let argon2 = golden("read").into_iter().find(|row| row["name"] == "django argon2").unwrap();
    let dump = json!([
        { "model": "auth.group", "pk": 1, "fields": { "name": "staff" } },
        { "model": "auth.user", "pk": 1, "fields": {
            "username": "jimmy", "email": "jim@example.org", "password": argon2["hash"],
            "is_active": true, "date_joined": "2024-05-06T07:08:09.123Z", "groups": [["staff"]],
            "is_superuser": true, "last_login": null } },
        { "model": "auth.user", "pk": 2, "fields": {
            "username": "suzie", "email": "sue@example.org", "password": "!unusable",
            "is_active": false, "groups": [] } },
    ]);
    place.write("dump.json", &dump.to_string());
    place.json(0, &["roles", "create", "staff"]);
    let sum = &place.import(0, &["dump.json", "--format", "django"])[0];
    assert_eq!((&sum["created"], &sum["without_password"]), (&json!(2), &json!(1)));
    assert_eq!(place.user("jim@example.org")["roles"], json!(["staff"]));
    assert_eq!(place.user("sue@example.org")["active"], false);
    let server = place.serve();
    for email in ["joe@example.org", "ann@example.org"] {
        place.sign_in(&server, email, text(hash, "password"));
    }
    place.sign_in(&server, "jim@example.org", text(&argon2, "password"));
}

#[test]
fn hashes_of_this_application_and_passwords() {
    let place = Place::for_import();
    place.json(0, &["users", "create", "joe@example.org", "--password", PASSWORD, "-a"]);
    let own = place.stored("joe@example.org");
    place.database().execute("DELETE FROM user", []).unwrap();
    place.write("own.csv", &format!("email,password\njoe@example.org,\"{own}\"\n"));
    let refused = place.import(1, &["own.csv"]);
    let why = refused[0]["faults"]["password"][0].as_str().unwrap();
    assert!(why.contains("--map password=password_hash"), "{why}");
    let map = ["own.csv", "--map", "password=password_hash", "--hash-format", "flask-security"];
    place.imports(1, &map);
    assert_eq!(place.stored("joe@example.org"), own, "as it is");
    let people = json!({ "email": "ann@example.org", "password": "another good passphrase" });
    let weak = json!({ "email": "weak@example.org", "password": "short" });
    // As long as a hash of DES, in the same letters.
    let short = json!({ "email": "jim@example.org", "password": "Xq7vTn2LpKe9w" });
    place.write("people.jsonl", &format!("{people}\n{weak}\n{short}\n"));
    let lines = place.import(1, &["people.jsonl", "--inactive"]);
    assert!(lines[0]["faults"]["password"][0].is_string(), "{lines:?}");
    assert_eq!(lines[1]["created"], 2, "{lines:?}");
    assert_eq!(place.user("ann@example.org")["active"], false);
    let server = place.serve();
    let fields = [("email", "joe@example.org"), ("password", PASSWORD)];
    assert_eq!(server.client().submit("/login", &fields).status, 302);
}

#[test]
fn what_is_refused_is_told_and_can_be_mended() {
    let place = Place::for_import();
    place.json(0, &["users", "create", "taken@example.org", "--password", PASSWORD]);
    place.json(0, &["roles", "create", "staff"]);
    let hash = text(&golden("read")[0], "hash").to_owned();
    let file = format!(
        "\u{feff}email,username,password_hash,roles,created_at,note\r\n\
         good@example.org,goodname,{hash},staff|staff,2024-01-01,=1+1\r\n\
         TAKEN@example.org,,{hash},,,\r\n\
         GOOD@example.org,,{hash},,,\r\n\
         other@example.org,GoodName,{hash},,,\r\n\
         no address,,{hash},,,\r\n\
         hash@example.org,,$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyz01234,,,=cmd\r\n\
         md5@example.org,,5f4dcc3b5aa765d61d8327deb882cf99,,,\r\n\
         role@example.org,,{hash},nobody,,\r\n\
         time@example.org,,{hash},,yesterday,\r\n\
         short@example.org,,{hash}\r\n\
         \"multi\nline@example.org\",,{hash},,,\r\n\
         last@example.org,,,,,\r\n"
    );
    place.write("users.csv", &file);
    let arguments = ["users.csv", "--roles-separator", "|", "--refused", "refused.csv"];
    let lines = place.import(1, &arguments);
    let refused: Vec<_> =
        lines[..lines.len() - 1].iter().map(|line| line["at"].as_u64().unwrap()).collect();
    assert_eq!(refused, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    let sum = lines.last().unwrap();
    assert_eq!((&sum["created"], &sum["refused"]), (&json!(2), &json!(10)));
    let said = serde_json::to_string(&lines).unwrap();
    assert!(!said.contains("$2b$") && !said.contains("5f4dcc3b"), "{said}");
    for (line, field) in
        [(0, "email"), (1, "email"), (2, "username"), (4, "password_hash"), (6, "roles")]
    {
        assert!(lines[line]["faults"][field][0].is_string(), "{}", lines[line]);
    }
    let output = run(place.folder(), &["import", "users.csv", "--config", "app.toml"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("line 3: TAKEN@example.org: refused: email:"), "{said}");
    assert!(said.contains("no attribute has the name: note"), "{said}");

    // What was refused can be mended and taken, and a spreadsheet runs nothing of it.
    let left = place.read("refused.csv");
    assert!(
        left.starts_with("email,username,password_hash,roles,created_at,note,import_refused\n")
    );
    assert!(left.contains(",'=cmd,") && !left.contains(",=cmd,"), "{left}");
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(place.folder().join("refused.csv")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let mended = left
        .replace("$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyz01234", &hash)
        .replace("no address", "address@example.org");
    place.write("mended.csv", &mended);
    let lines = place.import(1, &["mended.csv", "--refused", "again.csv"]);
    assert_eq!(lines.last().unwrap()["created"], 2, "{lines:?}");
    let again = place.read("again.csv");
    assert_eq!(again.lines().next().unwrap().matches("import_refused").count(), 1);
    // Nothing is written over.
    place.json(2, &["import", "users.csv", "--config", "app.toml", "--refused", "again.csv"]);
    assert_eq!(place.read("again.csv"), again);
}

#[test]
fn runs_that_change_and_runs_that_only_look() {
    let place = Place::for_import();
    let rows = golden("read");
    let (old, new) = (text(&rows[0], "hash"), text(&rows[1], "hash"));
    let file = |hash: &str, size: u8| {
        let line = json!({ "email": "joe@example.org", "password_hash": hash, "shoe_size": size,
            "active": true, "confirmed": true, "roles": ["staff"] });
        place.write("users.jsonl", &format!("{line}\n"));
    };
    file(old, 43);
    let sum = &place.import(0, &["users.jsonl", "--dry-run", "--create-roles"])[0];
    assert_eq!((&sum["created"], &sum["dry_run"]), (&json!(1), &json!(true)));
    assert!(
        place.lines(0, &["users", "list"]).is_empty()
            && place.lines(0, &["roles", "list"]).is_empty()
    );
    place.imports(1, &["users.jsonl", "--create-roles"]);
    let server = place.serve();
    let mut client = server.client();
    let fields = [("email", "joe@example.org"), ("password", text(&rows[0], "password"))];
    assert_eq!(client.submit("/login", &fields).status, 302);
    assert!(client.get("/").body.contains("joe@example.org"));
    place.import(1, &["users.jsonl"]);

    file(new, 44);
    let sum = &place.import(0, &["users.jsonl", "--update", "--dry-run"])[0];
    assert_eq!(sum["updated"], 1);
    assert!(place.stored("joe@example.org").starts_with("$argon2id$"));
    let sum = &place.import(0, &["users.jsonl", "--update"])[0];
    assert_eq!((&sum["updated"], &sum["created"]), (&json!(1), &json!(0)));
    assert!(!client.get("/").body.contains("joe@example.org"), "another password ends sessions");
    place.sign_in(&server, "joe@example.org", text(&rows[1], "password"));
    // Twice in one file is one too many.
    let twice = place.read("users.jsonl").repeat(2);
    place.write("twice.jsonl", &twice);
    let lines = place.import(1, &["twice.jsonl", "--update", "--dry-run"]);
    assert_eq!((&lines[0]["at"], &lines[1]["updated"]), (&json!(2), &json!(1)));
}

#[test]
fn files_that_are_none() {
    let place = Place::for_import();
    place.json(2, &["import", "nowhere.csv"]);
    place.json(2, &["import", "."]);
    place.write("users", "email\n");
    place.json(2, &["import", "users"]);
    place.write("users.csv", "email\n");
    place.json(2, &["import", "users.csv", "--map", "a=b"]);
    place.json(2, &["import", "users.csv", "--role", "nobody"]);
    place.imports(0, &["users.csv"]);
    let one = json!({ "email": "joe@example.org" });
    for (name, text, created) in [
        ("a.json", format!("[{one}, "), 1),
        ("b.json", "{\"realm\": 1}".to_owned(), 0),
        ("c.json", "7".to_owned(), 0),
        ("d.json", "[7, [], {}]".to_owned(), 0),
        ("e.json", format!("[{{\"email\": \"{}\"}}]", "x".repeat(2_000_000)), 0),
        ("f.jsonl", format!("{}\nnonsense\n\n[]\n", "x".repeat(2_000_000)), 0),
        ("g.csv", format!("email,note\nann@example.org,\"{}\n", "x\n".repeat(1_000_000)), 0),
        ("h.jsonl", "{\"email\":\"a@example.org\",\"email\":\"b@example.org\"}\n".to_owned(), 0),
    ] {
        place.write(name, &text);
        let lines = place.import(1, &[name]);
        let sum = lines.last().unwrap();
        assert_eq!(sum["created"], created, "{name}: {lines:?}");
        assert!(sum["refused"].as_u64().unwrap() > 0, "{name}: {lines:?}");
    }
}

#[test]
fn many_users() {
    let place = Place::for_import();
    let hash = text(&golden("read")[0], "hash").to_owned();
    let mut file = "email,password_hash\n".to_owned();
    for number in 0..20_000 {
        file.push_str(&format!("user{number}@example.org,{hash}\n"));
    }
    file.push_str("user77@example.org,x\n");
    place.write("users.csv", &file);
    let lines = place.import(1, &["users.csv"]);
    assert_eq!(lines[0]["at"], 20_002);
    assert_eq!(lines[1]["created"], 20_000);
}
