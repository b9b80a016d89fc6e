package io.memu4j.config;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out e-mail addresses, card and account numbers, keys and passwords. Numbers must have the check digit of their kind: ISO/IEC 7812
 * (Luhn) for cards, ISO 13616 (modulo 97) for accounts. Each pattern has bounded lengths, so the cost is linear in the text.
 */
final class SecretsRedactor implements Redactor {
    static final SecretsRedactor INSTANCE = new SecretsRedactor();

    private static final String SECRET = "[secret]";

    /** Prefixes that services give to their keys, so that they can be found. */
    private static final String KEYS =
            "sk-[\\w-]{16,200}+|(?:ghp|gho|ghs|ghu|glpat|xox[abeprs]|npm|pypi|hf|gsk|shpat)[_-][\\w-]{16,250}+"
                    + "|github_pat_\\w{20,250}+|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\\w-]{35}|[rs]k_(?:live|test)_\\w{16,200}+"
                    + "|eyJ[\\w-]{10,2000}+\\.[\\w-]{10,4000}+\\.[\\w-]{5,1000}+";

    private static final String WORDS_FOR_SECRET =
            "password|passwort|kennwort|passwd|passphrase|api[ _-]?key|access[ _-]?token|secret[ _-]?key|client[ _-]?secret"
                    + "|mot de passe|contraseña|senha|wachtwoord|salasana|lösenord|hasło|пароль|密码|密碼|パスワード|비밀번호";

    private static final List<Rule> RULES = List.of(
            rule(
                    "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,20000}+(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?",
                    SECRET),
            rule("(?<=://)[^\\s/@:]{1,100}+:[^\\s/@]{1,200}+(?=@)", SECRET),
            rule("(?<![\\w-])(?:" + KEYS + ")", SECRET),
            rule("(?iu)(?<=\\bbearer )[\\w.~+/-]{16,4000}+=*", SECRET),
            rule(
                            "(?iu)(?<![\\p{L}\\p{N}])(?:" + WORDS_FOR_SECRET
                                    + ")\"?\\s{0,3}(?:[:=：]|is:?|ist:?|est :?|es:?)\\s{0,3}\"?(\\S{4,200}+)",
                            SECRET)
                    .where(SecretsRedactor::looksSecret),
            rule(
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}[\\p{L}]{2,24}",
                    "[e-mail address]"),
            rule(
                            "(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\\p{L}\\p{N}])",
                            "[account number]")
                    .where(found -> hasModulo97(found.group())),
            rule(
                            "(?<![\\p{L}\\p{N}.,-])(?:\\d{13,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7}|\\d{4}([ -])\\d{6}\\2\\d{5})(?![\\p{L}\\p{N}])",
                            "[card number]")
                    .where(found -> hasLuhn(found.group())));

    private SecretsRedactor() {}

    /** @param where what a match must be besides; group 1, where there is one, is what is taken out */
    private record Rule(Pattern pattern, String replacement, Predicate<MatchResult> where) {
        Rule where(Predicate<MatchResult> condition) {
            return new Rule(pattern, replacement, condition);
        }

        String applied(String text) {
            Matcher matcher = pattern.matcher(text);
            StringBuilder result = null;
            int copied = 0;
            while (matcher.find()) {
                if (where.test(matcher)) {
                    result = result == null ? new StringBuilder(text.length()) : result;
                    boolean part = matcher.groupCount() == 1;
                    result.append(text, copied, part ? matcher.start(1) : matcher.start())
                            .append(replacement);
                    copied = matcher.end();
                }
            }
            return result == null
                    ? text
                    : result.append(text, copied, text.length()).toString();
        }
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement, found -> true);
    }

    @Override
    public String redact(String text) {
        String redacted = text;
        for (Rule rule : RULES) {
            redacted = rule.applied(redacted);
        }
        return redacted;
    }

    /** After a colon anything is one; in a sentence, only what is no ordinary word: "my password is wrong" keeps its word. */
    private static boolean looksSecret(MatchResult found) {
        String value = found.group(1);
        String before =
                found.group().substring(0, found.start(1) - found.start()).strip();
        boolean named = before.endsWith(":") || before.endsWith("=") || before.endsWith("：") || before.endsWith("\"");
        return !value.startsWith("[")
                && (named || value.chars().anyMatch(c -> !Character.isLetter(c) && ".,!?;'’".indexOf(c) < 0));
    }

    static boolean hasLuhn(String number) {
        String digits = number.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    static boolean hasModulo97(String account) {
        String letters = account.replace(" ", "").toUpperCase(Locale.ROOT);
        if (letters.length() < 15 || letters.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (letters.substring(4) + letters.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
