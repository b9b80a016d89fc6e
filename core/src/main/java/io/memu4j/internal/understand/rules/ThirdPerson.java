package io.memu4j.internal.understand.rules;

import io.memu4j.internal.understand.rules.sentence.Verbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Retells an English sentence that somebody said of themselves: "I love my job" becomes "Ana loves her job" with "their" for "her".
 *
 * <p>The first mention becomes the name, later ones "they". Anything not known to come out right is refused, and is then quoted.
 */
final class ThirdPerson {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*|[^\\p{L}\\p{N}]+");
    private static final Set<String> REFUSED = Set.of(
            "we",
            "us",
            "our",
            "ours",
            "ourselves",
            "we're",
            "we've",
            "we'll",
            "we'd",
            "you",
            "your",
            "yours",
            "yourself",
            "you're",
            "you've",
            "you'll",
            "you'd",
            "u",
            "ya",
            "y'all",
            "let's",
            "mine",
            "mine's",
            "ain't");
    private static final Set<String> THEY =
            Set.of("they", "them", "their", "theirs", "themselves", "they're", "they've", "they'll", "they'd");
    private static final Set<String> INVERTING = Set.of(
            "am", "was", "do", "did", "have", "had", "can", "could", "should", "would", "will", "may", "might", "must",
            "don't", "didn't", "than", "as", "or", "nor");
    private static final Set<String> WOULD_AFTER = Set.of(
            "love",
            "like",
            "rather",
            "be",
            "prefer",
            "probably",
            "say",
            "need",
            "go",
            "want",
            "hate",
            "have",
            "definitely",
            "really",
            "also",
            "recommend");
    private static final Set<String> HAD_AFTER = Set.of("been", "never", "always", "gone", "had", "already", "just");

    private static final Pattern LEADING = Pattern.compile(
            "(?iu)(?:in|on|at|last|next|after|before|when|whenever|since|during|for|this|these|yesterday|today|tonight|tomorrow|off|lately"
                    + "|recently|one|once|over|with|without|by|from|as|if|while|because|until|to|despite|about|starting|back|now|sometimes"
                    + "|usually|every|each|most|(?:a )?\\p{L}+ (?:of )?(?:days|weeks|months|years)|just the|the other|\\d+)\\b|[^ ]+,");

    private final String name;
    private final List<String> tokens = new ArrayList<>();
    private boolean named;
    private boolean they;
    private boolean refused;
    private boolean present;
    private boolean subjectSeen;

    private ThirdPerson(String sentence, String name) {
        this.name = name;
        Matcher matcher = TOKEN.matcher(sentence);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** The sentence told of {@code name}, or empty where it does not speak of the speaker or is not safe to change. */
    static Optional<String> retold(String sentence, String name) {
        ThirdPerson teller = new ThirdPerson(sentence, name);
        return teller.tell();
    }

    private Optional<String> tell() {
        boolean theyBefore = tokens.stream().anyMatch(t -> THEY.contains(lower(t)));
        for (int i = 0; i < tokens.size() && !refused; i++) {
            replace(i);
        }
        if (present && !refused) {
            agreeCoordinated();
        }
        if (refused || !named || (theyBefore && they)) {
            return Optional.empty();
        }
        String told = String.join("", tokens);
        return Optional.of(Character.toUpperCase(told.charAt(0)) + told.substring(1));
    }

    private void replace(int i) {
        String word = lower(tokens.get(i));
        if (word.equals("i") || word.startsWith("i'")) {
            refused |= !named && followsAnotherClause(i);
        }
        if (REFUSED.contains(word) && !tokens.get(i).equals("US")) {
            refused = true;
            return;
        }
        switch (word) {
            case "i" -> subject(i);
            case "i'm", "im" -> tokens.set(i, subjectOr("they're", inner(i) + " is"));
            case "i've" -> tokens.set(i, subjectOr("they've", inner(i) + " has"));
            case "i'll" -> tokens.set(i, subjectOr("they'll", inner(i) + " will"));
            case "i'd" -> tokens.set(i, subjectOr("they'd", inner(i) + would(i)));
            case "gonna" -> tokens.set(i, "going to");
            case "me" -> tokens.set(i, subjectOr("them", inner(i)));
            case "my" -> my(i);
            case "myself" -> tokens.set(i, subjectOr("themselves", inner(i)));
            default -> {}
        }
        if (word.startsWith("i'") || word.equals("im")) {
            subjectSeen = true;
            present |= word.equals("i'm") || word.equals("im") || word.equals("i've");
        }
    }

    /** "Watching it with my family was fun" would come out clumsy. */
    private void my(int i) {
        if (!named && lower(tokens.get(0)).endsWith("ing")) {
            refused = true;
        }
        tokens.set(i, subjectOr("their", possessive(inner(i))));
    }

    private String subjectOr(String later, String first) {
        if (named) {
            they = true;
            return later;
        }
        named = true;
        return first;
    }

    private void subject(int i) {
        String previous = previousWord(i);
        boolean afterAnd = previous.equals("and")
                && !subjectSeen
                && i > 2
                && !tokens.get(i - 3).contains(",");
        if (INVERTING.contains(previous) || afterAnd) {
            refused = true;
            return;
        }
        int verb = nextVerb(i);
        if (verb < 0) {
            refused = true;
            return;
        }
        subjectSeen = true;
        String form = lower(tokens.get(verb));
        if (named) {
            tokens.set(i, "they");
            they = true;
            tokens.set(verb, plural(form, tokens.get(verb)));
        } else {
            named = true;
            tokens.set(i, inner(i));
            conjugate(verb, form);
        }
    }

    /** "Games came out, I'm interested" would come out clumsy; "Last year, I" does not. */
    private boolean followsAnotherClause(int i) {
        String before = String.join("", tokens.subList(0, i));
        return before.matches("(?s).*,\\s*(?:and |but |so )?")
                && !LEADING.matcher(before).lookingAt();
    }

    private void conjugate(int verb, String form) {
        if (Verbs.isUnchanging(form)) {
            return;
        }
        if (!Verbs.isBase(form)) {
            refused = true;
            return;
        }
        present = true;
        tokens.set(verb, Verbs.thirdPerson(form));
    }

    private static String plural(String form, String written) {
        return switch (form) {
            case "am" -> "are";
            case "was" -> "were";
            case "wasn't" -> "weren't";
            default -> written;
        };
    }

    /** "I have two dogs and love hiking": a second verb after "and" must follow the name too. */
    private void agreeCoordinated() {
        boolean infinitive = false;
        boolean otherSubject = false;
        for (int i = 0; i < tokens.size(); i++) {
            String word = lower(tokens.get(i));
            if (word.equals("to") || (Verbs.isUnchanging(word) && !Verbs.isPast(word))) {
                infinitive = true;
            }
            if (THEY.contains(word) || word.matches("he|she|it|who|which|that|people|there")) {
                otherSubject = true;
            }
            if (!word.matches("and|but|or") || infinitive || otherSubject) {
                continue;
            }
            int verb = nextVerb(i);
            if (verb > 0 && Verbs.isBase(lower(tokens.get(verb)))) {
                agree(verb);
            }
        }
    }

    private void agree(int verb) {
        String base = lower(tokens.get(verb));
        if (Verbs.isClearBase(base)) {
            tokens.set(verb, Verbs.thirdPerson(base));
        } else {
            refused = true;
        }
    }

    private String would(int i) {
        String next = nextWord(i);
        if (WOULD_AFTER.contains(next)) {
            return " would";
        }
        if (HAD_AFTER.contains(next)) {
            return " had";
        }
        refused = true;
        return "";
    }

    /** The index of the first word after {@code i} that is no adverb, in the same clause; -1 where there is none. */
    private int nextVerb(int i) {
        for (int j = i + 1; j < tokens.size(); j++) {
            String token = tokens.get(j);
            if (!Character.isLetterOrDigit(token.codePointAt(0))) {
                if (!token.isBlank()) {
                    return -1;
                }
            } else if (!Verbs.isAdverb(lower(token))) {
                return j;
            }
        }
        return -1;
    }

    /** "The user" is written "the user" inside a sentence. */
    private String inner(int i) {
        return i > 0 && name.startsWith("The ") ? "the " + name.substring(4) : name;
    }

    private static String possessive(String owner) {
        return owner.endsWith("s") ? owner + "'" : owner + "'s";
    }

    private String previousWord(int i) {
        return i >= 2 ? lower(tokens.get(i - 2)) : "";
    }

    private String nextWord(int i) {
        return i + 2 < tokens.size() ? lower(tokens.get(i + 2)) : "";
    }

    private static String lower(String token) {
        return token.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
