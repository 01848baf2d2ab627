# Texts of the club, in place of the usual ones in every language.
REGISTER_TITLE = Join the reading club
