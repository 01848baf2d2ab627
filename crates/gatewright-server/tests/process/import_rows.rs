//! What exports say of users who can write into them, and rows that stand in each other's way.

use serde_json::{Value, json};

use crate::commands::Place;
use crate::import::{golden, text};
use crate::server::run;

/// What a user writes into a profile to be somebody else here.
fn profile() -> Value {
    json!({
        "mail": ["boss@example.org"], "email": ["boss@example.org"], "login": ["boss"],
        "isActive": ["true"], "verified": ["true"], "confirmed_at": ["2020-01-01"],
        "password": ["another good passphrase"], "roles": ["admin"], "role": ["admin"],
        "phone": ["+16502530000"], "tf_phone_number": ["+16502530000"], "logins_count": ["77"],
        "shoe_size": ["43"], "import_refused": ["x"],
    })
}

/// Mallory has what the system itself says of her, and nothing of what she says.
fn assert_is_mallory(place: &Place) {
    let user = place.user("mallory@example.org");
    for (name, value) in [
        ("username", json!(null)),
        ("confirmed_at", json!(null)),
        ("active", json!(false)),
        ("roles", json!([])),
        ("us_phone_number", json!(null)),
        ("login_count", json!(null)),
        ("has_password", json!(true)),
    ] {
        assert_eq!(user[name], value, "{name}: {user}");
    }
    let count: i64 =
        place.database().query_row("SELECT count(*) FROM user", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 1);
    assert!(place.stored("mallory@example.org").starts_with("{imported}"));
}

#[test]
fn attributes_of_keycloak_are_no_identity() {
    let row = &golden("pbkdf2")[0];
    let secret = json!({ "value": row["hash"], "salt": row["salt"] });
    let data = json!({
        "hashIterations": row["rounds"],
        "algorithm": format!("pbkdf2-{}", text(row, "digest").to_lowercase()),
    });
    let user = json!({
        "email": "mallory@example.org", "emailVerified": false, "enabled": false,
        "attributes": profile(), "mail": "boss@example.org",
        "credentials": [{ "type": "password", "secretData": secret.to_string(),
                          "credentialData": data.to_string() }],
    });
    let realm = json!({ "users": [user] }).to_string();
    let import = ["realm.json", "--format", "keycloak"];
    let place = Place::for_import();
    place.write("realm.json", &realm);
    place.json(0, &["roles", "create", "admin"]);
    let said = run(
        place.folder(),
        &[&["import", "--config", "app.toml", "--dry-run"], &import[..]].concat(),
    );
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("no attribute has the name:") && said.contains("mail"), "{said}");
    place.imports(1, &import);
    assert_is_mallory(&place);
    let size: String =
        place.database().query_row("SELECT shoe_size FROM user", [], |row| row.get(0)).unwrap();
    assert_eq!(size, "43", "a column of the application's own");

    // Who wants an attribute says so, and says so of one value only.
    place.database().execute("DELETE FROM user", []).unwrap();
    let both = place.import(1, &[&import[..], &["--map", "mail=email"]].concat());
    let why = both[0]["faults"]["mail"][0].as_str().unwrap();
    assert!(why.contains("\"email\" and \"mail\""), "{why}");
    let map = ["--map", "email=", "--map", "mail=email", "--map", "login=username"];
    let more = ["--map", "credentials=", "--map", "shoe_size="];
    let lines = place.import(0, &[&import[..], &map, &more].concat());
    assert_eq!((&lines[0]["created"], &lines[0]["without_password"]), (&json!(1), &json!(1)));
    assert_eq!(place.user("boss@example.org")["username"], "boss");
}

#[test]
fn profiles_of_auth0_and_fields_of_django_are_no_identity() {
    let hash = &golden("read")[0]["hash"];
    let mut user = json!({
        "email": "mallory@example.org", "email_verified": false, "passwordHash": hash,
        "blocked": true, "nickname": "boss", "phone_number": "+16502530000",
        "user_metadata": profile(), "app_metadata": { "roles": ["admin"] },
    });
    for name in ["mail", "verified", "isActive", "role", "roles", "confirmed_at", "password"] {
        user[name] = profile()[name][0].clone();
    }
    let place = Place::for_import();
    place.json(0, &["roles", "create", "admin"]);
    place.write("users.json", &json!([user]).to_string());
    place.imports(1, &["users.json", "--format", "auth0"]);
    assert_is_mallory(&place);

    place.database().execute("DELETE FROM user", []).unwrap();
    let mut fields = json!({
        "email": "mallory@example.org", "password": hash, "is_active": false, "groups": [],
    });
    for name in ["mail", "verified", "role", "roles", "confirmed_at", "login", "phone"] {
        fields[name] = profile()[name][0].clone();
    }
    place.write("dump.json", &json!([{ "model": "app.user", "fields": fields }]).to_string());
    place.imports(1, &["dump.json", "--format", "django"]);
    assert_is_mallory(&place);
    let map =
        ["dump.json", "--format", "django", "--map", "groups=", "--map", "role=roles", "--update"];
    assert_eq!(place.import(0, &map)[0]["updated"], 1);
    assert_eq!(place.user("mallory@example.org")["roles"], json!(["admin"]));
}

#[test]
fn an_update_that_fails_is_one_row() {
    let place = Place::for_import();
    place.database().execute("CREATE UNIQUE INDEX sizes ON user (shoe_size)", []).unwrap();
    let file = |sizes: [u8; 3]| {
        let names = ["ann", "joe", "sue"];
        let rows = names.iter().zip(sizes);
        let row = |(name, size)| format!("{name}@example.org,{size}\n");
        place
            .write("users.csv", &format!("email,shoe_size\n{}", rows.map(row).collect::<String>()));
    };
    file([41, 42, 43]);
    place.imports(3, &["users.csv"]);
    file([42, 44, 45]);
    let lines = place.import(1, &["users.csv", "--update"]);
    assert_eq!((&lines[0]["at"], &lines[0]["outcome"]), (&json!(2), &json!("refused")));
    assert_eq!((&lines[1]["updated"], &lines[1]["refused"]), (&json!(2), &json!(1)));
    // A user who goes away while the file is read.
    let sql = "CREATE TRIGGER gone AFTER UPDATE ON user WHEN new.email = 'joe@example.org'
               BEGIN DELETE FROM user WHERE id = new.id; END";
    place.database().execute(sql, []).unwrap();
    place.json(0, &["roles", "create", "staff"]);
    file([46, 47, 48]);
    let lines = place.import(1, &["users.csv", "--update", "--role", "staff"]);
    assert_eq!((&lines[0]["email"], &lines[1]["updated"]), (&json!("joe@example.org"), &json!(2)));
}

#[test]
fn an_update_brings_numbers_and_later_sign_ins() {
    let place = Place::for_import();
    let file = |number: &str, count: u8, day: u8| {
        let row = format!("joe@example.org,{number},{count},2024-01-0{day},2023-01-0{day}\n");
        let names = "email,tf_phone_number,login_count,current_login_at,created_at\n";
        place.write("users.csv", &format!("{names}{row}"));
    };
    file("", 5, 5);
    place.imports(1, &["users.csv"]);
    let update = |outcome: &str| {
        assert_eq!(place.import(0, &["users.csv", "--update"])[0][outcome], 1);
        place.user("joe@example.org")
    };
    file("", 7, 7);
    let user = update("updated");
    assert_eq!(
        (&user["login_count"], &user["current_login_at"]),
        (&json!(7), &json!("2024-01-07T00:00:00"))
    );
    assert_eq!(user["create_datetime"], "2023-01-05T00:00:00", "links and closings hang on it");
    // A file that is older than what happened here.
    file("", 3, 3);
    assert_eq!(update("unchanged")["login_count"], 7);
    file("no number", 3, 3);
    let lines = place.import(1, &["users.csv", "--update"]);
    assert!(lines[0]["faults"]["tf_phone_number"][0].is_string(), "{lines:?}");
}

#[test]
fn a_row_that_is_refused_stands_in_nobodys_way() {
    let place = Place::for_import();
    let row = |email: &str, password: &str| {
        json!({ "email": email, "password": password, "roles": [] }).to_string()
    };
    let good = "another good passphrase";
    let no_role = json!({ "email": "ann@example.org", "roles": ["nobody"] }).to_string();
    let rows = [
        no_role,
        row("ann@example.org", good),
        row("joe@example.org", "short"),
        row("JOE@example.org", good),
        row("joe@example.org", good),
    ];
    place.write("users.jsonl", &rows.join("\n"));
    for more in [&["--dry-run"][..], &[]] {
        let lines = place.import(1, &[&["users.jsonl"], more].concat());
        let refused: Vec<&Value> =
            lines[..lines.len() - 1].iter().map(|line| &line["at"]).collect();
        assert_eq!(refused, [1, 3, 5], "{lines:?}");
        assert_eq!(lines.last().unwrap()["created"], 2);
    }
}

#[test]
fn values_that_contradict_each_other() {
    let place = Place::for_import();
    let hash = &golden("read")[0]["hash"];
    let rows = [
        json!({ "email": "a@example.org", "mail": "b@example.org" }),
        json!({ "email": "a@example.org", "active": true, "blocked": true }),
        json!({ "email": "a@example.org", "confirmed": false, "confirmed_at": "2024-01-01" }),
        json!({ "email": "a@example.org", "password": "a good passphrase", "password_hash": hash }),
        json!({ "email": "a@example.org", "last_login": 1, "current_sign_in_at": 2 }),
        json!({ "email": "a@example.org", "created_at": "-000005-01-01T00:00:00" }),
        json!({ "email": "a@example.org", "created_at": -70_000_000_000_000_i64 }),
        json!({ "email": "a@example.org", "login_count": 1e30 }),
        json!({ "email": "a\u{0}@example.org" }),
    ];
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    place.write("users.jsonl", &lines.join("\n"));
    let lines = place.import(1, &["users.jsonl"]);
    assert_eq!(lines.last().unwrap()["refused"], rows.len(), "{lines:?}");
    assert!(place.lines(0, &["users", "list"]).is_empty(), "all can be read");
}
