package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways to write a time, as regular expressions over the roles of words, so that one holds for all languages. The letters are those
 * of {@link TimeRole}.
 */
final class TimeGrammar {
    private static final String TO = "(?:[-RT]|&)";
    private static final String OF_YEAR = "(?:[oFI,]*(?<y>Y))?";

    private interface Reading {
        /** The time, or null for what is none after all. */
        @Nullable HappenedAt of(Found found, TimeReference reference);
    }

    private record Rule(Pattern pattern, boolean absolute, Reading reading) {}

    private static final List<Rule> RULES = List.of(
            // 2023-05-08
            absolute("D[oR-]{1,2}(?<to>D)", (f, r) -> days(LocalDate.ofEpochDay(f.value(0)), LocalDate.ofEpochDay(f.value("to")))),
            absolute("(?:(?<w>W),?[oP]*)?(?<date>D)", (f, r) -> f.onWeekday(TimeSpans.day(LocalDate.ofEpochDay(f.value("date"))))),
            // 3 to 5 June 2023, June 3-5, 28 June to 2 July
            dated("(?<d>n)[o,]*" + TO + "o*(?<e>n)o*(?<m>M)" + OF_YEAR, TimeGrammar::range),
            dated("(?<m>M)o*(?<d>n)" + TO + "(?<e>n)(?:,?(?<y>Y))?", TimeGrammar::range),
            dated("(?<d>n)o*(?<m>M)o*" + TO + "o*(?<e>n)o*(?<n>M)" + OF_YEAR, TimeGrammar::range),
            dated("(?<m>M)o*(?<d>n)" + TO + "(?<n>M)o*(?<e>n)(?:,?(?<y>Y))?", TimeGrammar::range),
            // Friday 21 August 2026, August 21st, 21. August, Freitag, den 21.8.
            dated("(?:(?<w>W),?[oPI]*)?(?<d>n)o*(?<m>M)" + OF_YEAR + "(?:,?(?<x>W))?", TimeGrammar::day),
            dated("(?:(?<w>W),?[oPI]*)?(?<m>M)o*(?<d>n)(?:[o,]*(?<y>Y))?(?:,?(?<x>W))?", TimeGrammar::day),
            dated("(?<y>Y)(?<m>M)(?<d>n)", TimeGrammar::day),
            relative("(?:(?<w>W),?[oPI]*)?(?<date>d)", (f, r) -> day(f, r, f.value("date") / 100, f.value("date") % 100)),
            // June to August 2023, between June and August
            dated("[IFV]?o*(?<m>M)o*" + TO + "o*(?<n>M)" + OF_YEAR, TimeGrammar::months),
            absolute("[FIPVT]?o*(?<y>Y)" + TO + "[oR]*(?<z>Y)", (f, r) -> years(f.value("y"), f.value("z"))),
            // July 2022, last July, in July, early July
            dated("(?<m>M)[o,]*(?<y>Y)", TimeGrammar::month),
            dated("(?<y>Y)(?<m>M)", TimeGrammar::month),
            relative("[LHX](?<m>M)|(?<n>M)[LX]", TimeGrammar::whichMonth),
            relative("(?:[IPVTR]E?|E)o*(?<m>M)", TimeGrammar::namedMonth),
            relative("(?<m>M)o*(?<u>K)|(?<v>K)o*(?<n>M)", TimeGrammar::monthOfYear),
            relative("(?<m>M)", (f, r) -> f.unspaced() ? nearestMonth(r, f.value("m")) : null),
            // in 2019, since 2019
            absolute("(?:[IPVT]E?|E)o*(?:U)?(?<y>Y)", (f, r) -> f.isBareYear() ? TimeSpans.year(f.value("y")) : null),
            absolute("(?<y>Y)(?=.)", (f, r) -> f.unspaced() ? TimeSpans.year(f.value("y")) : null),
            // summer 2020, last spring, in the summer
            absolute("(?<s>S)[o,FR]*(?<y>Y)", (f, r) -> TimeSpans.season(f.value("y"), f.value("s"))),
            absolute("(?<y>Y)o*(?<s>S)", (f, r) -> TimeSpans.season(f.value("y"), f.value("s"))),
            relative("(?<u>K)o*(?<s>S)", TimeGrammar::seasonOfYear),
            relative("[LHX]o*(?<s>S)|(?<t>S)[LX]", TimeGrammar::whichSeason),
            relative("[IRP]o*(?<s>S)(?!Y)", TimeGrammar::namedSeason),
            // last Friday, on Friday, Friday next week
            relative("(?<w>W),?[oP]*(?<u>[LHX]o?U|UX|K)", TimeGrammar::weekdayOfWeek),
            relative("(?<u>[LHX]U|UX|K),?o*P?(?<w>W)", TimeGrammar::weekdayOfWeek),
            relative("[LX]o*(?<w>W)|(?<x>W)[LX]", TimeGrammar::whichWeekday),
            relative("(?:[FV]o*(?=Wo*[-RT])|(?=W-))(?<w>W)o*[-RT]o*(?<x>W)", TimeGrammar::weekdays),
            relative("[PVTRH]o*H?(?<w>W)", TimeGrammar::namedWeekday),
            relative("(?<![oILXHe])(?<w>W)", (f, r) -> f.hasBareWeekdays() ? namedWeekday(f, r) : null),
            // last week, two weeks ago, in three days, a few days ago
            relative("[LHX]o*(?<u>U)(?!-?Y)|(?<v>U)[LX]", TimeGrammar::around),
            relative("(?<n>[anN])(?<u>U)[AL]|G(?<o>[anN])(?<v>U)", (f, r) -> f.shifted(r, -1)),
            relative("I(?<n>[anN])(?<u>U)(?!o|[AZ])|(?<o>[anN])(?<v>U)Z", TimeGrammar::ahead),
            relative("f(?<u>U)A|Gf(?<v>U)", (f, r) -> TimeSpans.fewAgo(f.token("u", "v").unit(), r.day())),
            relative("K", TimeGrammar::fixed));

    private TimeGrammar() {}

    /** A way to write a time that was found in a text. */
    static final class Found {
        private final TimeTokens tokens;
        private final Matcher matcher;
        private final Rule rule;

        private Found(TimeTokens tokens, Matcher matcher, Rule rule) {
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

        @Nullable HappenedAt read(TimeReference reference) {
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

        private boolean has(String group) {
            return matcher.pattern().pattern().contains("(?<" + group + ">") && matcher.start(group) >= 0;
        }

        private TimeToken token(String group) {
            return tokens.get(matcher.start(group));
        }

        private TimeToken token(String group, String other) {
            return token(has(group) ? group : other);
        }

        private int value(String group) {
            return token(group).value();
        }

        private int value(int offset) {
            return tokens.get(start() + offset).value();
        }

        private boolean unspaced() {
            return tokens.lexicon().isUnspaced();
        }

        private boolean hasBareWeekdays() {
            return tokens.lexicon().hasBareWeekdays();
        }

        /** -1 for "last", 1 for "next", otherwise 0. */
        private int which() {
            String roles = matcher.group();
            return roles.indexOf('L') >= 0 ? -1 : roles.indexOf('X') >= 0 ? 1 : 0;
        }

        /** The day if it is on the weekday that is beside it, otherwise null. */
        private @Nullable HappenedAt onWeekday(@Nullable HappenedAt day) {
            for (String group : List.of("w", "x")) {
                if (day != null && has(group) && day.start().getDayOfWeek().getValue() != value(group)) {
                    return null;
                }
            }
            return day;
        }

        private boolean namesWeekday() {
            return has("w") || has("x");
        }

        private HappenedAt shifted(TimeReference reference, int sign) {
            int amount = token("n", "o").value();
            return TimeSpans.shifted(token("u", "v").unit(), sign * amount, reference.day());
        }

        /** Whether no thing is named by the year: "in 2019", but not "in the 2019 model". */
        private boolean isBareYear() {
            int before = matcher.start("y") - 1;
            return before < start() || !tokens.get(before).isAny("o") || tokens.size() == end() || !tokens.get(end()).isAny("wt");
        }

        /** "Moved from 3 to 5 June" is no span. */
        private boolean isMove() {
            return tokens.roles().substring(0, start()).indexOf(TimeRole.MOVED.letter) >= 0;
        }

        /** Whether a month named alone is a month and nobody's name. */
        private boolean isMonth(String group) {
            int at = matcher.start(group);
            boolean owner = tokens.lower().startsWith("'s", tokens.get(at).end());
            boolean surname = at + 1 < tokens.size()
                    && tokens.get(at + 1).role() == TimeRole.PLAIN
                    && tokens.isCapital(at + 1)
                    && !tokens.lexicon().is("de");
            return !owner && !surname && !(isGivenName(at) && at > 0 && tokens.get(at - 1).isAny("RF"))
                    && !(isGivenName(at) && tokens.get(at - 1).isAny("T") && tokens.word(at - 1).equals("by") && isOpen(at));
        }

        private boolean isOpen(int at) {
            return at >= 2 && tokens.get(at - 2).isAny("<qwm");
        }

        /** Whether the month is written as a name would be. */
        private boolean isGivenName(int at) {
            boolean romance = List.of("fr", "es", "it", "pt").stream().anyMatch(tokens.lexicon()::is);
            return romance
                    ? tokens.isCapital(at)
                    : tokens.lexicon().is("en") && List.of("april", "may", "june", "august", "jan", "mar").contains(tokens.word(at)) && !tokens.roles().matches(".*[ru].*");
        }
    }

    /** The ways of writing found in a text: none overlaps another, the longer wins. */
    static List<Found> in(TimeTokens tokens, boolean absoluteOnly) {
        List<Found> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(tokens.roles());
            int from = 0;
            while (from <= tokens.size() && matcher.find(from)) {
                Matcher match = rule.pattern().matcher(tokens.roles());
                match.find(from);
                Found one = new Found(tokens, match, rule);
                if (!absoluteOnly || one.isAbsolute()) {
                    found.add(one);
                }
                from = matcher.start() + 1;
            }
        }
        found.sort(Comparator.comparingInt((Found f) -> f.core() - f.end()).thenComparingInt(Found::start));
        List<Found> kept = new ArrayList<>();
        for (Found one : found) {
            if (kept.stream().noneMatch(k -> k.start() < one.end() && one.start() < k.end())) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(Found::start));
        return kept;
    }

    private static Rule absolute(String regex, Reading reading) {
        return new Rule(Pattern.compile(regex), true, reading);
    }

    private static Rule relative(String regex, Reading reading) {
        return new Rule(Pattern.compile(regex), false, reading);
    }

    /** Absolute where the text has the year. */
    private static Rule dated(String regex, Reading reading) {
        return new Rule(Pattern.compile(regex), false, reading);
    }

    private static @Nullable HappenedAt days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null || last.isBefore(first) || last.isAfter(first.plusYears(1))
                ? null
                : TimeSpans.between(first, last.plusDays(1), Precision.DAY);
    }

    private static @Nullable HappenedAt day(Found f, TimeReference r) {
        int month = f.value("m");
        int day = f.value("d");
        return f.has("y") ? f.onWeekday(TimeSpans.day(f.value("y"), month, day)) : day(f, r, month, day);
    }

    /** A day without a year: of the year in which it is nearest, or in which it is on the weekday beside it. */
    private static @Nullable HappenedAt day(Found f, TimeReference r, int month, int day) {
        if (f.namesWeekday() && r.told() == Outlook.OPEN) {
            int year = r.day().getYear();
            for (int candidate : new int[] {year, year + 1, year - 1}) {
                HappenedAt on = f.onWeekday(TimeSpans.day(candidate, month, day));
                if (on != null) {
                    return on;
                }
            }
            return null;
        }
        return f.onWeekday(r.nearest(r.latest(), year -> TimeSpans.day(year, month, day)));
    }

    private static @Nullable HappenedAt range(Found f, TimeReference r) {
        int first = f.value("m");
        int last = f.has("n") ? f.value("n") : first;
        YearMonth month = f.isMove() ? null : firstMonth(f, r);
        if (month == null) {
            return null;
        }
        HappenedAt from = TimeSpans.day(month.getYear(), first, f.value("d"));
        HappenedAt to = TimeSpans.day(last < first ? month.getYear() + 1 : month.getYear(), last, f.value("e"));
        return from == null || to == null ? null : days(from.start().toLocalDate(), to.start().toLocalDate());
    }

    private static @Nullable YearMonth firstMonth(Found f, TimeReference r) {
        int month = f.value("m");
        HappenedAt nearest = f.has("y") ? TimeSpans.month(YearMonth.of(f.value("y"), month)) : nearestMonth(r, month);
        return nearest == null ? null : YearMonth.from(nearest.start());
    }

    private static @Nullable HappenedAt nearestMonth(TimeReference r, int month) {
        return r.nearest(r.latest(), year -> TimeSpans.month(YearMonth.of(year, month)));
    }

    private static @Nullable HappenedAt months(Found f, TimeReference r) {
        YearMonth first = firstMonth(f, r);
        if (first == null) {
            return null;
        }
        int last = f.value("n");
        YearMonth to = first.withMonth(last).plusYears(last < first.getMonthValue() ? 1 : 0);
        if (f.has("y") && last < first.getMonthValue()) { // November to February 2024
            first = first.minusYears(1);
            to = to.minusYears(1);
        }
        return TimeSpans.between(first.atDay(1), to.plusMonths(1).atDay(1), Precision.MONTH);
    }

    private static @Nullable HappenedAt years(int first, int last) {
        return last <= first
                ? null
                : TimeSpans.between(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), Precision.YEAR);
    }

    private static HappenedAt month(Found f, TimeReference r) {
        return TimeSpans.month(YearMonth.of(f.value("y"), f.value("m")));
    }

    private static @Nullable HappenedAt namedMonth(Found f, TimeReference r) {
        return f.isMonth("m") ? nearestMonth(r, f.value("m")) : null;
    }

    /** Last year's summer. */
    private static @Nullable HappenedAt seasonOfYear(Found f, TimeReference r) {
        TimeToken year = f.token("u");
        return year.unit().equals("year")
                ? TimeSpans.season(r.day().getYear() + year.value(), f.value("s"))
                : null;
    }

    /** May this year. */
    private static @Nullable HappenedAt monthOfYear(Found f, TimeReference r) {
        TimeToken year = f.token("u", "v");
        return year.unit().equals("year")
                ? TimeSpans.month(YearMonth.of(r.day().getYear() + year.value(), f.token("m", "n").value()))
                : null;
    }

    private static @Nullable HappenedAt whichMonth(Found f, TimeReference r) {
        int month = f.token("m", "n").value();
        YearMonth now = YearMonth.from(r.day());
        YearMonth sameYear = now.withMonth(month);
        if (!f.isMonth(f.has("m") ? "m" : "n")) {
            return null;
        }
        return switch (f.which()) {
            case -1 -> TimeSpans.month(sameYear.isBefore(now) ? sameYear : sameYear.minusYears(1));
            case 1 -> TimeSpans.month(sameYear.isAfter(now) ? sameYear : sameYear.plusYears(1));
            default -> r.told() == Outlook.AHEAD && sameYear.isBefore(now)
                    ? TimeSpans.month(sameYear.plusYears(1))
                    : TimeSpans.month(sameYear);
        };
    }

    private static @Nullable HappenedAt whichSeason(Found f, TimeReference r) {
        LocalDate day = r.day();
        int first = f.token("s", "t").value();
        HappenedAt sameYear = TimeSpans.season(day.getYear(), first);
        boolean over = !sameYear.end().isAfter(day.atStartOfDay());
        boolean begun = !sameYear.start().isAfter(day.atStartOfDay());
        return switch (f.which()) {
            case -1 -> over ? sameYear : TimeSpans.season(day.getYear() - 1, first);
            case 1 -> begun ? TimeSpans.season(day.getYear() + 1, first) : sameYear;
            default -> begun && !over ? sameYear : r.nearest(day, year -> TimeSpans.season(year, first));
        };
    }

    /** What is "in summer" and not past is so every summer. */
    private static @Nullable HappenedAt namedSeason(Found f, TimeReference r) {
        return r.outlook() == Outlook.BACK ? r.nearest(r.day(), year -> TimeSpans.season(year, f.value("s"))) : null;
    }

    private static @Nullable HappenedAt weekdayOfWeek(Found f, TimeReference r) {
        TimeToken last = f.tokens.get(f.matcher.end("u") - 1);
        TimeToken unit = last.role() == TimeRole.NEXT ? f.tokens.get(f.matcher.start("u")) : last;
        boolean day = unit.unit().equals("day");
        LocalDate weekday = r.day().plusWeeks(last.role() == TimeRole.FIXED ? unit.value() : f.which())
                .with(DayOfWeek.of(f.value("w")));
        if (day) { // "yesterday, Friday"
            return f.onWeekday(TimeSpans.day(r.day().plusDays(unit.value())));
        }
        return unit.unit().equals("week") ? TimeSpans.day(weekday) : null;
    }

    private static HappenedAt whichWeekday(Found f, TimeReference r) {
        DayOfWeek weekday = DayOfWeek.of(f.token("w", "x").value());
        if (f.unspaced()) { // of last or next week
            return TimeSpans.day(r.day().plusWeeks(f.which()).with(weekday));
        }
        return TimeSpans.day(r.day().with(TimeSpans.strictly(f.which() < 0 ? Outlook.BACK : Outlook.AHEAD, weekday)));
    }

    private static @Nullable HappenedAt weekdays(Found f, TimeReference r) {
        HappenedAt first = r.outlook() == Outlook.OPEN || f.isMove() ? null : namedWeekday(f, r);
        return first == null
                ? null
                : days(
                        first.start().toLocalDate(),
                        first.start().toLocalDate().with(TimeSpans.onOr(Outlook.AHEAD, DayOfWeek.of(f.value("x")))));
    }

    private static @Nullable HappenedAt namedWeekday(Found f, TimeReference r) {
        boolean thisOne = f.matcher.group().indexOf('H') >= 0;
        Outlook outlook = thisOne && r.told() == Outlook.OPEN ? Outlook.AHEAD : r.outlook();
        return outlook == Outlook.OPEN
                ? null
                : TimeSpans.day(r.day().with(TimeSpans.onOr(outlook, DayOfWeek.of(f.value("w")))));
    }

    /** "This weekend" said on a Monday of what was is the one just past. */
    private static HappenedAt around(Found f, TimeReference r) {
        String unit = f.token("u", "v").unit();
        boolean justPast = f.which() == 0
                && unit.equals("weekend")
                && r.outlook() == Outlook.BACK
                && r.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return TimeSpans.shifted(unit, justPast ? -1 : f.which(), r.day());
    }

    /** "I read it in two days" tells how long it took. */
    private static @Nullable HappenedAt ahead(Found f, TimeReference r) {
        boolean took = r.told() == Outlook.BACK || r.outlook() == Outlook.OPEN;
        return took && !f.has("o") ? null : f.shifted(r, 1);
    }

    private static HappenedAt fixed(Found f, TimeReference r) {
        TimeToken token = f.tokens.get(f.start());
        if (token.unit().equals("few")) {
            return TimeSpans.fewAgo("day", r.day());
        }
        boolean justPast = token.unit().equals("weekend")
                && token.value() == 0
                && r.outlook() == Outlook.BACK
                && r.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return TimeSpans.shifted(token.unit(), justPast ? -1 : token.value(), r.day());
    }
}
