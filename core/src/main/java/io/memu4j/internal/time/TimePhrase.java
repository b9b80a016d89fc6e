package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Words of a text that name a time, as a rule of {@link TimeGrammar} found them. */
final class TimePhrase {
    private final TimeTokens tokens;
    private final Matcher matcher;
    private final TimeGrammar.Rule rule;

    TimePhrase(TimeTokens tokens, Matcher matcher, TimeGrammar.Rule rule) {
        this.tokens = tokens;
        this.matcher = matcher;
        this.rule = rule;
    }

    int start() {
        return matcher.start();
    }

    int end() {
        return matcher.end();
    }

    /** The first token that is no preposition. */
    int core() {
        int at = start();
        while (at < end() - 1 && tokens.get(at).isAny("IPVTRFEo")) {
            at++;
        }
        return at;
    }

    boolean isAbsolute() {
        return rule.absolute() || has("y");
    }

    @Nullable
    HappenedAt read(TimeReference reference) {
        return rule.reading().of(this, reference);
    }

    TimeMention mention(HappenedAt when) {
        int from = start();
        return new TimeMention(tokens.get(from).start(), tokens.get(end() - 1).end(), when, !isAbsolute());
    }

    /** Whether it is a day or month of a year that the text does not name. */
    boolean lacksYear() {
        return !isAbsolute() && matcher.group().matches(".*[Md].*");
    }

    boolean isYear() {
        return matcher.group().endsWith("Y") && !matcher.group().matches(".*[MSn].*");
    }

    boolean isDay() {
        return matcher.group().matches(".*[nDdW].*");
    }

    boolean has(TimeRole role) {
        return matcher.group().indexOf(role.letter) >= 0;
    }

    TimeToken firstToken() {
        return tokens.get(start());
    }

    TimeToken lastToken(String group) {
        return tokens.get(matcher.end(group) - 1);
    }

    boolean has(String group) {
        return matcher.pattern().pattern().contains("(?<" + group + ">") && matcher.start(group) >= 0;
    }

    TimeToken token(String group) {
        return tokens.get(matcher.start(group));
    }

    TimeToken token(String group, String other) {
        return token(has(group) ? group : other);
    }

    int value(String group) {
        return token(group).value();
    }

    int value(int offset) {
        return tokens.get(start() + offset).value();
    }

    boolean unspaced() {
        return tokens.lexicon().isUnspaced();
    }

    boolean hasBareWeekdays() {
        return tokens.lexicon().hasBareWeekdays();
    }

    /** -1 for "last", 1 for "next", otherwise 0. */
    int which() {
        String roles = matcher.group();
        return roles.indexOf('L') >= 0 ? -1 : roles.indexOf('X') >= 0 ? 1 : 0;
    }

    /** The day if it is on the weekday that is beside it, otherwise null. */
    @Nullable
    HappenedAt onWeekday(@Nullable HappenedAt day) {
        for (String group : List.of("w", "x")) {
            if (day != null && has(group) && day.start().getDayOfWeek().getValue() != value(group)) {
                return null;
            }
        }
        return day;
    }

    boolean namesWeekday() {
        return has("w") || has("x");
    }

    HappenedAt shifted(TimeReference reference, int sign) {
        int amount = token("n", "o").value();
        return TimeSpans.shifted(token("u", "v").unit(), sign * amount, reference.day());
    }

    /** Whether no thing is named by the year: "in 2019", but not "in the 2019 model". */
    boolean isBareYear() {
        int before = matcher.start("y") - 1;
        return before < start()
                || !tokens.get(before).isAny("o")
                || tokens.size() == end()
                || !tokens.get(end()).isAny("wt");
    }

    /** Whether it names two times and no span: "moved from 3 to 5 June", "in 2017 and 2021". */
    boolean isPair() {
        boolean and = has(TimeRole.AND) && !has(TimeRole.FROM);
        return and || tokens.roles().substring(0, start()).indexOf(TimeRole.MOVED.letter) >= 0;
    }

    /** Whether a month named alone is a month and nobody's name. */
    boolean isMonth(String group) {
        int at = matcher.start(group);
        boolean owner = tokens.lower().startsWith("'s", tokens.get(at).end());
        boolean surname = at + 1 < tokens.size()
                && tokens.get(at + 1).role() == TimeRole.PLAIN
                && tokens.isCapital(at + 1)
                && !tokens.lexicon().is("de");
        return !owner && !surname && !(isGivenName(at) && isBehindMakerOrOwner(at));
    }

    /** "A letter from April", "painted by April". */
    private boolean isBehindMakerOrOwner(int at) {
        if (at == 0 || tokens.get(at - 1).isAny("RF")) {
            return at > 0;
        }
        return at > 1 && tokens.word(at - 1).equals("by") && tokens.get(at - 2).isAny("<qwm");
    }

    /** Whether the month is written as a name would be. */
    private boolean isGivenName(int at) {
        boolean romance = List.of("fr", "es", "it", "pt").stream().anyMatch(tokens.lexicon()::is);
        return romance
                ? tokens.isCapital(at)
                : tokens.lexicon().is("en")
                        && List.of("april", "may", "june", "august", "jan", "mar")
                                .contains(tokens.word(at))
                        && !tokens.roles().matches(".*[ru].*");
    }
}
