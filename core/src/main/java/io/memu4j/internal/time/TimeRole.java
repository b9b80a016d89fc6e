package io.memu4j.internal.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a word has to do with time. {@link TimeGrammar} writes a role as one character, and the files {@code times-*.txt} by its name.
 */
enum TimeRole {
    MONTH('M'),
    WEEKDAY('W'),
    /** With the month in which it starts. */
    SEASON('S'),
    UNIT('U'),
    /** A whole expression, such as "yesterday": the unit and how many of them from now. */
    FIXED('K'),
    AMOUNT('a'),
    FEW('f'),
    LAST('L'),
    THIS('H'),
    NEXT('X'),
    /** Behind an amount: "two weeks ago". */
    AGO('A'),
    /** Ahead of an amount: "vor zwei Wochen". */
    BEFORE('G'),
    /** Behind an amount: "two weeks from now". */
    LATER('Z'),
    IN('I'),
    ON('P'),
    SINCE('V'),
    UNTIL('T'),
    FOR('R'),
    FROM('F'),
    /** A part of a month: "the end of". */
    EDGE('E'),
    /** A small word within a date: "the 5th of June". */
    LINK('o'),
    PLAIN('w'),
    /** What comes again and again. */
    HABIT('e'),
    /** What may not be so. */
    DOUBT('h'),
    NEGATION('x'),
    /** A day that comes every year. */
    YEARLY('b'),
    /** A thing that has a year of its own: "model". */
    THING('t'),
    /** A verb that may belong to a thing with a year of its own: "built". */
    MADE('m'),
    /** Parts two clauses. */
    AND('&'),
    /** Parts a clause from the one that it depends on. */
    RELATIVE(';'),
    SUBJECT('p'),
    /** A verb that looks back. */
    BACK('<'),
    /** Looks back behind "have". */
    PARTICIPLE('q'),
    /** A verb that sets a time: "booked for". */
    ARRANGED('r'),
    /** A verb that sets a time ahead of "to" and otherwise looks back: "moved to Friday". */
    MOVED('u'),
    /** A verb that leaves open where its time lies: "decided to". */
    UNSURE('~'),
    /** A verb that looks ahead. */
    AHEAD('>'),
    /** A verb that looks ahead behind a subject. */
    ACT('c'),
    BE('='),
    HAVE('v'),
    /** Looks ahead behind "be": "free on Friday". */
    STATE('s'),
    /** A verb that an adjective follows: "feel". */
    LINKING('l'),
    /** The English form in -ing. */
    DOING('g'),
    /** In the list of a language in which a weekday alone is a day. */
    BARE('?'),
    /** A whole date in figures. */
    DATE('D'),
    /** The day and month in figures, month * 100 + day. */
    DAY_MONTH('d'),
    DAY('n'),
    NUMBER('N'),
    YEAR('Y'),
    DASH('-'),
    COMMA(','),
    STOP('.');

    private static final Map<String, TimeRole> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(role -> role.name().toLowerCase(Locale.ROOT), Function.identity()));

    final char letter;

    TimeRole(char letter) {
        this.letter = letter;
    }

    static TimeRole named(String name) {
        TimeRole role = BY_NAME.get(name);
        if (role == null) {
            throw new IllegalStateException("A list of time words has the unknown role '" + name + "'.");
        }
        return role;
    }

    boolean isAny(String letters) {
        return letters.indexOf(letter) >= 0;
    }
}
