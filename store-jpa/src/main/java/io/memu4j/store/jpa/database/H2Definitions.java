package io.memu4j.store.jpa.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a statement that H2 keeps in a file, and runs each time it opens the file, only defines data: tables, keys, sequences,
 * users and settings. An allow list of words: aliases, triggers, views, linked tables, table engines, queries and calls need others.
 */
final class H2Definitions {
    private static final List<String> HEADS = List.of(
            "CREATE CACHED TABLE",
            "CREATE MEMORY TABLE",
            "CREATE PRIMARY KEY",
            "CREATE UNIQUE",
            "CREATE INDEX",
            "CREATE HASH INDEX",
            "CREATE SEQUENCE",
            "CREATE SCHEMA",
            "CREATE ROLE",
            "CREATE USER",
            "ALTER TABLE");

    private static final Set<String> SETTINGS = words(
            "CREATE_BUILD WRITE_DELAY DB_CLOSE_DELAY DEFAULT_LOCK_TIMEOUT LOCK_MODE CACHE_SIZE MAX_LOG_SIZE MODE COLLATION"
                    + " IGNORECASE OPTIMIZE_REUSE_RESULTS REFERENTIAL_INTEGRITY RETENTION_TIME MAX_MEMORY_ROWS"
                    + " MAX_LENGTH_INPLACE_LOB DEFAULT_TABLE_TYPE DEFAULT_NULL_ORDERING TRUNCATE_LARGE_LENGTH VARIABLE_BINARY");

    private static final Set<String> WORDS = words(
            "CREATE CACHED MEMORY TABLE INDEX PRIMARY KEY UNIQUE NULLS FIRST LAST"
                    + " DISTINCT ALL NOT NULL ON FOREIGN REFERENCES DELETE UPDATE INSERT CASCADE RESTRICT NO ACTION SET DEFAULT CHECK"
                    + " NOCHECK ALTER ADD CONSTRAINT USER ROLE SCHEMA AUTHORIZATION IF EXISTS SALT HASH ADMIN SEQUENCE START"
                    + " INCREMENT BY MINVALUE MAXVALUE CACHE CYCLE BELONGS_TO_TABLE GENERATED ALWAYS AS IDENTITY AND OR IS TRUE FALSE"
                    + " ASC DESC SELECTIVITY COMMENT INVISIBLE RESTART EXHAUSTED INCLUDE PASSWORD TRANSACTIONAL ARRAY NEXT VALUE FOR BETWEEN IN CAST PUBLIC"
                    + " INTEGER INT BIGINT SMALLINT TINYINT BOOLEAN CHARACTER CHAR VARYING VARCHAR VARCHAR_IGNORECASE LARGE OBJECT"
                    + " BINARY VARBINARY NUMERIC DECIMAL DECFLOAT REAL DOUBLE PRECISION FLOAT DATE TIME TIMESTAMP WITH WITHOUT ZONE"
                    + " UUID INTERVAL YEAR MONTH DAY HOUR MINUTE SECOND CURRENT_TIMESTAMP LOCALTIMESTAMP CURRENT_DATE CURRENT_TIME CLOB BLOB");

    /** Before a name that a list of columns follows; after any other word, a name with a parenthesis is a call. */
    private static final Set<String> BEFORE_COLUMNS = Set.of("TABLE", "ON", "REFERENCES");

    /**
     * Spaces, a quoted name, a text, a number, a word, or one of few signs. Comments and other quotes match nothing. A quoted name with a
     * quote in it is two tokens here, and is refused before a parenthesis.
     */
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|(?<name>\"[^\"]*+\")|(?<text>'[^']*+')|(?<number>-?[0-9][0-9.]*+(?:E[-+]?[0-9]++)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z_0-9]*+)|(?<sign>[(),.=<>])");

    private H2Definitions() {}

    /** Returns null for a definition of data, else what it has that a definition of data has not. */
    static @Nullable String foreign(String sql) {
        List<String> tokens = tokens(sql);
        if (tokens == null) {
            return "an unknown sign";
        }
        String plain = String.join(" ", tokens.stream().limit(3).toList());
        if (plain.startsWith("SET ")) {
            return SETTINGS.contains(tokens.get(1)) && !tokens.contains("(") ? null : "an unknown setting";
        }
        if (plain.startsWith("GRANT ")) {
            return tokens.contains("(") ? "a call" : null;
        }
        for (String token : tokens) {
            if (Character.isLetter(token.charAt(0)) && !WORDS.contains(token)) {
                return token.length() > 30 ? "an unknown word" : "the word " + token;
            }
        }
        if (HEADS.stream().noneMatch(head -> plain.equals(head) || plain.startsWith(head + " "))) {
            return "an unknown beginning";
        }
        return call(tokens) ? "a call" : null;
    }

    private static boolean call(List<String> tokens) {
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at).equals("(") && tokens.get(at - 1).startsWith("\"")) {
                int before = at - 1;
                while (before >= 2 && tokens.get(before - 1).equals(".")) {
                    before -= 2;
                }
                if (before == 0 || !BEFORE_COLUMNS.contains(tokens.get(before - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Words in upper case; null where there is anything else than tokens. */
    private static @Nullable List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        int at = 0;
        while (token.lookingAt()) {
            if (token.group("word") != null) {
                tokens.add(token.group().toUpperCase(Locale.ROOT));
            } else if (!token.group().isBlank()) {
                tokens.add(token.group());
            }
            at = token.end();
            token.region(at, sql.length());
        }
        return at < sql.length() || tokens.size() < 2 ? null : tokens;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
