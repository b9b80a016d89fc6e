package io.memu4j.internal.time;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the words around a time look: the verb of its own clause decides, the nearest one before it first. What the roles say is
 * documented at {@link TimeRole}.
 */
final class Tense {
    private static final String CLAUSE_ENDS = "&;,.";
    private static final String SENTENCE_ENDS = ".";
    /** Behind a participle they tell what somebody feels about, which may be past or to come: "is shocked by the trip in May". */
    private static final Set<String> CAUSES = Set.of(
            "about", "by", "with", "of", "from", "von", "wegen", "über", "por", "con", "par", "de", "per", "di", "com",
            "pela", "pelo");

    private final TimeTokens tokens;
    private final int start;
    private final int end;
    private final int core;

    private Tense(TimeTokens tokens, int start, int end) {
        this.tokens = tokens;
        this.start = start;
        this.end = end;
        int first = start;
        while (first < end - 1 && tokens.get(first).isAny("IPVTRFEo")) {
            first++;
        }
        core = first;
    }

    /** Where the clause of the time from token {@code start} to {@code end} looks. */
    static Outlook of(TimeTokens tokens, int start, int end) {
        return new Tense(tokens, start, end).outlook();
    }

    /** The first token of the clause around {@code index}. */
    static int clauseStart(TimeTokens tokens, int index) {
        return edge(tokens, index - 1, -1, CLAUSE_ENDS) + 1;
    }

    static int clauseEnd(TimeTokens tokens, int index) {
        return edge(tokens, index, 1, CLAUSE_ENDS);
    }

    static int sentenceStart(TimeTokens tokens, int index) {
        return edge(tokens, index - 1, -1, SENTENCE_ENDS) + 1;
    }

    static int sentenceEnd(TimeTokens tokens, int index) {
        return edge(tokens, index, 1, SENTENCE_ENDS);
    }

    private static int edge(TimeTokens tokens, int from, int step, String ends) {
        int at = from;
        while (at >= 0 && at < tokens.size() && !tokens.get(at).isAny(ends)) {
            at += step;
        }
        return Math.min(Math.max(at, -1), tokens.size());
    }

    private Outlook outlook() {
        int from = clauseStart(tokens, start);
        int to = clauseEnd(tokens, end);
        if (isNear("V")) {
            return Outlook.BACK;
        }
        if ((isNear("RT") && has("ru", from, to)) || (tokens.lexicon().isUnspaced() && isNear("R"))) {
            return Outlook.AHEAD;
        }
        Outlook found = tokens.lexicon().isUnspaced() ? unspaced() : null;
        if (found == null && !tokens.lexicon().isUnspaced()) {
            found = within(from, to);
            int sentence = sentenceStart(tokens, start);
            while (found == null && from > sentence) {
                from = clauseStart(tokens, from - 1);
                found = within(from, to);
            }
            int last = sentenceEnd(tokens, end);
            while (found == null && to < last) {
                to = clauseEnd(tokens, to + 1);
                found = within(from, to);
            }
        }
        if (found == Outlook.BACK && isNear("R")) { // a dress bought for June
            return Outlook.OPEN;
        }
        return found != null ? found : isNear("T") ? Outlook.AHEAD : Outlook.OPEN;
    }

    /** Whether a preposition of those roles is at the time. */
    private boolean isNear(String roles) {
        int at = core - 1;
        while (at >= 0 && tokens.get(at).isAny("oE")) {
            at--;
        }
        return at >= 0 && tokens.get(at).isAny(roles);
    }

    private boolean has(String roles, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i < start || i >= end) && tokens.get(i).isAny(roles)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Outlook within(int from, int to) {
        for (int i = start - 1; i >= from; i--) {
            Outlook found = before(i, from, to);
            if (found != null) {
                return found;
            }
        }
        for (int i = end; i < to; i++) {
            Outlook found = after(i, to);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What the word at {@code i} ahead of the time says, or null. */
    private @Nullable Outlook before(int i, int from, int to) {
        return switch (tokens.get(i).role()) {
            case BACK, MADE, MOVED -> isEnglish() && isState(i, from) ? null : Outlook.BACK;
            case UNSURE -> Outlook.OPEN;
            case PARTICIPLE -> isAfter("v", i, 4, from) ? Outlook.BACK : null;
            case ARRANGED -> isAfter("=", i, 2, from) ? null : Outlook.OPEN;
            case AHEAD -> isInfinitive(i) ? null : Outlook.AHEAD;
            case ACT -> !isInfinitive(i) && hasSubject(i, from) ? present(i, from) : null;
            case HAVE -> (isVerbFinal() && has("q<u", i, to)) || isBeforeVerb(i) ? Outlook.BACK : present(i, from);
            case BE -> isVerbFinal() && has("q<u", i, to) ? Outlook.BACK : being(i, from);
            case DOING -> doing(i, from);
            default -> null;
        };
    }

    private @Nullable Outlook after(int i, int to) {
        return switch (tokens.get(i).role()) {
            case BACK, MADE, MOVED -> Outlook.BACK;
            case UNSURE, ARRANGED -> Outlook.OPEN;
            case AHEAD -> Outlook.AHEAD;
            case ACT -> hasSubject(i, end) ? Outlook.AHEAD : null;
            case HAVE ->
                isAfter("q", i, 1, end) || has("q<u", i, isVerbFinal() ? to : Math.min(i + 3, to))
                        ? Outlook.BACK
                        : Outlook.AHEAD;
            case BE -> isVerbFinal() && (isAfter("q", i, 1, end) || has("q<u", i, to)) ? Outlook.BACK : is(i, to);
            default -> null;
        };
    }

    /** "Is" ahead of a time: "is on Friday", "is away in June", "is leaving in June", but not "is hot in June". */
    private @Nullable Outlook being(int i, int from) {
        int next = i + 1;
        while (next < start && isAdverb(next)) {
            next++;
        }
        boolean feels = next + 2 < start && tokens.get(next).isAny("<q") && CAUSES.contains(tokens.word(next + 1));
        boolean ahead = next >= start || (!feels && tokens.get(next).isAny("IPRTFEVsru<qg"));
        if (ahead) {
            return present(i, from);
        }
        return tokens.word(i).equals("'s") ? null : Outlook.OPEN;
    }

    /** "Is" behind a time: "am Freitag ist die Prüfung", "on Friday I am in Rome", but not "im Juni ist es heiß". */
    private Outlook is(int i, int to) {
        boolean pronoun = i + 1 < to
                && (tokens.word(i + 1).equals("es") || tokens.word(i + 1).equals("it"));
        boolean ahead =
                (i + 1 < to && tokens.get(i + 1).isAny("IPRTsru<qg")) || (!pronoun && (i == end || isVerbFinal()));
        return ahead ? Outlook.AHEAD : Outlook.OPEN;
    }

    private @Nullable Outlook doing(int i, int from) {
        if (isAfter("=", i, 3, from)) {
            return Outlook.AHEAD;
        }
        return isAfter("<", i, 3, from) ? tokens.word(i - 1).equals("been") ? Outlook.BACK : Outlook.OPEN : null;
    }

    /** Ahead, unless "did" makes it a question about what was. */
    private Outlook present(int i, int from) {
        for (int k = from; k < i; k++) {
            if (tokens.word(k).equals("did")) {
                return Outlook.BACK;
            }
        }
        return Outlook.AHEAD;
    }

    /** "Have just come", "have put": forms that look like the present. */
    private boolean isBeforeVerb(int i) {
        int next = i + 1;
        while (next < start && isAdverb(next)) {
            next++;
        }
        return next < start && tokens.get(next).isAny("c~");
    }

    /** Whether a form of the past is an adjective: "is so worried", "feels overwhelmed", "gets married". */
    private boolean isState(int i, int from) {
        int verb = i - 1;
        while (verb > from && isAdverb(verb)) {
            verb--;
        }
        return isAfter("=", i, 2, from)
                || (verb >= from
                        && (tokens.get(verb).isAny("=l") || tokens.word(verb).startsWith("get")));
    }

    private boolean isInfinitive(int i) {
        return i > 0 && tokens.word(i - 1).equals("to");
    }

    /** Whether "I", "they" or a plural is right before the verb. */
    private boolean hasSubject(int i, int from) {
        int at = i - 1;
        while (at >= from && isAdverb(at)) {
            at--;
        }
        return at >= from && (tokens.get(at).role() == TimeRole.SUBJECT || isPlural(at));
    }

    private boolean isPlural(int at) {
        String word = tokens.word(at);
        return tokens.get(at).role() == TimeRole.PLAIN && word.endsWith("s") && !word.endsWith("ss");
    }

    private boolean isAdverb(int i) {
        String word = tokens.word(i);
        return tokens.get(i).role() == TimeRole.PLAIN
                && (word.endsWith("ly")
                        || " now also still already just so very quite too super all more then schon erst noch auch jetzt wieder ya déjà ora já "
                                .contains(" " + word + " "));
    }

    /** Whether one of those roles is among the {@code most} tokens right before {@code i}. */
    private boolean isAfter(String roles, int i, int most, int from) {
        for (int k = i - 1; k >= Math.max(from, i - most); k--) {
            if (tokens.get(k).isAny(roles)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnglish() {
        return tokens.lexicon().is("en");
    }

    private boolean isVerbFinal() {
        return tokens.lexicon().is("de");
    }

    /** Chinese has no tenses but words for them; in Japanese the last verb has the tense. */
    private @Nullable Outlook unspaced() {
        int from = sentenceStart(tokens, start);
        int to = sentenceEnd(tokens, end);
        if (tokens.lexicon().is("ja")) {
            return lastVerb(from, to);
        }
        int first = clauseStart(tokens, start);
        int last = clauseEnd(tokens, end);
        if (has("~", first, last)) {
            return null;
        }
        if (has(">", first, last)) {
            return Outlook.AHEAD;
        }
        if (has("<", first, last)) {
            return Outlook.BACK;
        }
        boolean says = has("s", first, last) || (end >= last && has("=v", first, start)) || has("=v", end, last);
        return says ? Outlook.AHEAD : null;
    }

    private @Nullable Outlook lastVerb(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (i >= start && i < end) {
                continue;
            }
            switch (tokens.get(i).role()) {
                case BACK -> {
                    return Outlook.BACK;
                }
                case UNSURE -> {
                    return Outlook.OPEN;
                }
                case AHEAD -> {
                    return i > from && tokens.get(i - 1).role() == TimeRole.BACK ? Outlook.BACK : Outlook.AHEAD;
                }
                default -> {}
            }
        }
        return null;
    }
}
