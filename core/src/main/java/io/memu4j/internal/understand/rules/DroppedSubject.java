package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts back the "I" that chat leaves out: "Really want to get a cat" becomes "I really want to get a cat". English alone. */
final class DroppedSubject {
    private static final String ADVERB = "(?:(?:just|really|still|also|already|finally|recently|honestly|only) )";
    private static final Map<String, List<String>> HEADS = Map.of(
            "I",
            List.of(
                    ADVERB + "?(?:want|need|hope|plan|intend) to",
                    ADVERB + "?wanna",
                    ADVERB
                            + "?(?:haven['’]t|don['’]t (?:know|like|want|have|think|need|eat|drink|really)|can['’]t (?:wait|stand)|didn['’]t|couldn['’]t)",
                    ADVERB
                            + "?(?:got|went|bought|stayed|had|made|saw|met|ate|drank|slept|ran|drove|flew|wrote|lost|won|found|spent|broke|woke|started"
                            + "|finished|visited|joined|signed|painted|booked|ordered|adopted|moved|took(?! (?:me|some|time|a while|a bit|a lot|forever|us)\\b))",
                    ADVERB + "\\p{L}+(?<!e)ed",
                    "\\p{L}+(?<!e)ed(?= my\\b)"),
            "I'm",
            List.of(
                    ADVERB + "?gonna",
                    ADVERB
                            + "?(?:going to(?! be\\b)|planning|thinking (?:of|about)|looking forward|working on|trying to|hoping to|considering|learning)",
                    "(?:still|also|just) \\p{L}+ing"),
            "I've",
            List.of("(?:just |also )?been \\p{L}+ing"));
    private static final Pattern PREDICATE_FOLLOWS = Pattern.compile(
            "(?iu)^[^,;–-]*\\b(?:is|was|are|were|has been|will be|would be|made|makes|really made|feels|felt|helps|helped|me)\\b.*");
    private static final Pattern ABOUT_SPEAKER = Pattern.compile("(?iu)^(?:\\w+ )?(?:made|got|had) (?:me|us)\\b.*");
    private static final Pattern I = head("I");
    private static final Pattern I_AM = head("I'm");
    private static final Pattern I_HAVE = head("I've");

    private DroppedSubject() {}

    static String restored(String sentence, Language language) {
        if (!language.isEnglish()) {
            return sentence;
        }
        if (I.matcher(sentence).lookingAt() && !ABOUT_SPEAKER.matcher(sentence).matches()) {
            return "I " + lowerFirst(sentence);
        }
        if (I_HAVE.matcher(sentence).lookingAt()) {
            return "I've " + lowerFirst(sentence);
        }
        // "Going to those places is a dream" has its subject.
        boolean subject = PREDICATE_FOLLOWS.matcher(sentence).matches();
        return I_AM.matcher(sentence).lookingAt() && !subject ? "I'm " + lowerFirst(sentence) : sentence;
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static Pattern head(String subject) {
        return Pattern.compile(
                "(?:" + String.join("|", HEADS.getOrDefault(subject, List.of()))
                        + ")(?=\\s)(?!\\s+(?:it|that|you)\\b\\s*[!.]?$)",
                Pattern.CASE_INSENSITIVE);
    }
}
