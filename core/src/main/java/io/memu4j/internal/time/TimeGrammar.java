package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
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
    private static final String TO = "[-RT&]";
    /** Every time has one of these, and most sentences have none. */
    private static final Pattern ANCHOR = Pattern.compile("[MWUSKDdY]");

    private static final String OF_YEAR = "(?:[oFI,]*(?<y>Y))?";

    /** Reads the time of a phrase; null where it is none after all. */
    interface Reading {
        @Nullable
        HappenedAt of(TimePhrase phrase, TimeReference reference);
    }

    /** A way to write a time; {@code absolute} where it needs no day of speaking. */
    record Rule(Pattern pattern, boolean absolute, Reading reading) {}

    private static final List<Rule> RULES = List.of(
            // 2023-05-08
            absolute(
                    "D[oR-]{1,2}(?<to>D)",
                    (f, r) -> TimeReadings.days(LocalDate.ofEpochDay(f.value(0)), LocalDate.ofEpochDay(f.value("to")))),
            absolute(
                    "(?:(?<w>W),?[oP]*)?(?<date>D)",
                    (f, r) -> f.onWeekday(TimeSpans.day(LocalDate.ofEpochDay(f.value("date"))))),
            // 3 to 5 June 2023, June 3-5, 28 June to 2 July
            dated("F?o*(?<d>n)[o,]*" + TO + "o*(?<e>n)o*(?<m>M)" + OF_YEAR, TimeReadings::range),
            dated("(?<m>M)o*(?<d>n)" + TO + "(?<e>n)(?:,?(?<y>Y))?", TimeReadings::range),
            dated("(?<d>n)o*(?<m>M)o*" + TO + "o*(?<e>n)o*(?<n>M)" + OF_YEAR, TimeReadings::range),
            dated("(?<m>M)o*(?<d>n)" + TO + "(?<n>M)o*(?<e>n)(?:,?(?<y>Y))?", TimeReadings::range),
            // Friday 21 August 2026, August 21st, 21. August, Freitag, den 21.8.
            dated("(?:(?<w>W),?[oPI]*)?(?<d>n)o*(?<m>M)" + OF_YEAR + "(?:,?(?<x>W))?", TimeReadings::day),
            dated("(?:(?<w>W),?[oPI]*)?(?<m>M)o*(?<d>n)(?:[o,]*(?<y>Y))?(?:,?(?<x>W))?", TimeReadings::day),
            dated("(?<y>Y)(?<m>M)(?<d>n)", TimeReadings::day),
            relative(
                    "(?:(?<w>W),?[oPI]*)?(?<date>d)",
                    (f, r) -> TimeReadings.day(f, r, f.value("date") / 100, f.value("date") % 100)),
            // June to August 2023, between June and August
            dated("[IFV]?o*(?<m>M)o*" + TO + "o*(?<n>M)" + OF_YEAR, TimeReadings::months),
            absolute("[FIPVT]?o*(?<y>Y)" + TO + "[oR]*(?<z>Y)", TimeReadings::years),
            // July 2022, last July, in July, early July
            dated("(?<m>M)[o,]*(?<y>Y)", TimeReadings::month),
            dated("(?<y>Y)(?<m>M)", TimeReadings::month),
            relative("[LHX](?<m>M)|(?<n>M)[LX]", TimeReadings::whichMonth),
            relative("(?:[IPVTR]E?|E)o*(?<m>M)", TimeReadings::namedMonth),
            relative("(?<m>M)o*(?<u>K)|(?<v>K)o*(?<n>M)(?<d>n)?", TimeReadings::monthOfYear),
            relative("(?<m>M)", (f, r) -> f.unspaced() ? TimeReadings.nearestMonth(r, f.value("m")) : null),
            // in 2019, since 2019
            absolute("(?:[IPVT]E?|E)o*(?:U)?(?<y>Y)", (f, r) -> f.isBareYear() ? TimeSpans.year(f.value("y")) : null),
            absolute("(?<y>Y)(?=.)", (f, r) -> f.unspaced() ? TimeSpans.year(f.value("y")) : null),
            // summer 2020, last spring, in the summer
            absolute("(?<s>S)[o,FR]*(?<y>Y)", (f, r) -> TimeSpans.season(f.value("y"), f.value("s"))),
            absolute("(?<y>Y)o*(?<s>S)", (f, r) -> TimeSpans.season(f.value("y"), f.value("s"))),
            relative("(?<u>K)o*(?<s>S)", TimeReadings::seasonOfYear),
            relative("[LHX]o*(?<s>S)|(?<t>S)[LX]", TimeReadings::whichSeason),
            relative("[IRP]o*(?<s>S)(?!Y)", TimeReadings::namedSeason),
            // last Friday, on Friday, Friday next week
            relative("(?<w>W),?[oP]*(?<u>[LHX]o?U|UX|K)", TimeReadings::weekdayOfWeek),
            relative("(?<u>[LHX]U|UX|K),?o*P?(?<w>W)", TimeReadings::weekdayOfWeek),
            relative("[LX]o*(?<w>W)|(?<x>W)[LX]", TimeReadings::whichWeekday),
            relative("(?:[FV]o*(?=Wo*[-RT])|(?=W-))(?<w>W)o*[-RT]o*(?<x>W)", TimeReadings::weekdays),
            relative("[PVTRH]o*H?(?<w>W)", TimeReadings::namedWeekday),
            relative("(?<![oILXHe])(?<w>W)", (f, r) -> f.hasBareWeekdays() ? TimeReadings.namedWeekday(f, r) : null),
            // last week, two weeks ago, in three days, a few days ago
            relative("[LHX]o*(?<u>U)(?!-?Y|o+[MYU])|(?<v>U)[LX]", TimeReadings::around),
            relative("(?<n>[anN])(?<u>U)[AL]|G(?<o>[anN])(?<v>U)", (f, r) -> f.shifted(r, -1)),
            relative("I(?<n>[anN])(?<u>U)(?!o|[AZ])|(?<o>[anN])(?<v>U)Z", TimeReadings::ahead),
            relative(
                    "f(?<u>U)A|Gf(?<v>U)",
                    (f, r) -> TimeSpans.fewAgo(f.token("u", "v").unit(), r.day())),
            relative("K", TimeReadings::fixed));

    private TimeGrammar() {}

    /** The ways of writing found in a text: none overlaps another, the longer wins. */
    static List<TimePhrase> in(TimeTokens tokens, boolean absoluteOnly) {
        if (!ANCHOR.matcher(tokens.roles()).find()) {
            return List.of();
        }
        List<TimePhrase> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(tokens.roles());
            int from = 0;
            while (from <= tokens.size() && matcher.find(from)) {
                Matcher match = rule.pattern().matcher(tokens.roles());
                match.find(from);
                TimePhrase one = new TimePhrase(tokens, match, rule);
                if (!absoluteOnly || one.isAbsolute()) {
                    found.add(one);
                }
                from = matcher.start() + 1;
            }
        }
        found.sort(Comparator.comparingInt((TimePhrase f) -> f.core() - f.end()).thenComparingInt(TimePhrase::start));
        List<TimePhrase> kept = new ArrayList<>();
        for (TimePhrase one : found) {
            if (kept.stream().noneMatch(k -> k.start() < one.end() && one.start() < k.end())) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(TimePhrase::start));
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
}
