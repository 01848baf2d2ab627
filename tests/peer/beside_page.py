"""What counts on a page: messages, errors and fields, whatever the words and the looks."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.flashes, self.errors, self.fields, self.csrf = [], [], {}, None
        self.within_flashes, self.item, self.choice = False, None, None
        self.body_page = None

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        classes = (has.get("class") or "").split()
        if tag == "ul" and "flashes" in classes:
            self.within_flashes = True
        elif tag == "body":
            self.body_page = has.get("data-page")
        elif tag == "li" and self.within_flashes:
            self.item = (self.flashes, classes[0] if classes else "", [])
        elif tag == "li" and "fs-error-msg" in classes:
            self.item = (self.errors, None, [])
        elif tag in ("input", "select") and has.get("name"):
            self.field(has)

    def field(self, has):
        name, kind = has["name"], has.get("type", "text")
        if name == "csrf_token":
            self.csrf = has.get("value") or None
            return
        if kind == "submit" or name == "submit":
            return
        if name == "next" and not has.get("value"):
            return
        self.fields[name] = {"type": kind, "value": has.get("value") or "" if kind != "checkbox" else ""}

    def handle_endtag(self, tag):
        if tag == "ul":
            self.within_flashes = False
        elif tag == "li" and self.item:
            target, category, words = self.item
            line = " ".join("".join(words).split())
            target.append(line if category is None else [category, line])
            self.item = None

    def handle_data(self, data):
        if self.item:
            self.item[2].append(data)


def page(content, status):
    reader = Reader()
    reader.feed(content)
    if status in (301, 302, 303, 405, 404):
        return {}, None
    seen = {"flashes": reader.flashes, "errors": sorted(reader.errors), "fields": reader.fields,
            "csrf": reader.csrf is not None}
    return seen, reader.csrf
