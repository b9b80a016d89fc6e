package io.memu4j.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts back the "I" that chat leaves out: "Really want to get a cat" becomes "I really want to get a cat". English alone. */
final class DroppedSubject {
    private static final Map<String, List<String>> HEADS = Map.of(
            "I",
                    List.of(
                            "(?:really |just |still |also |already )?(?:want|need|hope|plan|intend) to",
                            "(?:really |just |still |also |already )?wanna",
                            "(?:really |honestly |still )?(?:haven['’]t|don['’]t (?:know|like|want|have|think|need|eat|drink|really)|can['’]t (?:wait|stand)|didn['’]t|couldn['’]t)",
                            "(?:just |already |finally |also |recently )?(?:got|went|bought|stayed|had|made|saw|met|took|ate|drank|slept|ran|drove|flew|wrote"
                                    + "|lost|won|found|spent|broke|woke|started|finished|visited|joined|signed|painted|booked|ordered|adopted|moved)"),
            "I'm",
                    List.of(
                            "gonna",
                            "(?:still |just |also |already )?(?:going to|planning|thinking (?:of|about)|looking forward|working on|trying to|hoping to|considering|learning)"));
    private static final Pattern I = head("I");
    private static final Pattern I_AM = head("I'm");

    private DroppedSubject() {}

    static String restored(String sentence, Language language) {
        if (!language.isEnglish()) {
            return sentence;
        }
        if (starts(I, sentence)) {
            return "I " + lowerFirst(sentence);
        }
        return starts(I_AM, sentence) ? "I'm " + lowerFirst(sentence) : sentence;
    }

    private static boolean starts(Pattern head, String sentence) {
        Matcher matcher = head.matcher(sentence);
        return matcher.lookingAt();
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
