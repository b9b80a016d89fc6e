package io.memu4j.internal.ingest.audio;

import io.memu4j.model.ConversationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subtitles, SRT or WebVTT: cues of a time line and text, apart by blank lines. */
final class Subtitles {
    private static final Pattern TIME = Pattern.compile("\\s*(?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}\\s*-->.*");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]+)>");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>|\\{\\\\[^}]{0,100}}");

    private Subtitles() {}

    /** One message per cue, with the speaker's name where the cue tells it; lines of one speaker in a row are one message. */
    static List<ConversationMessage> of(String text) {
        List<ConversationMessage> voices = new ArrayList<>();
        for (String cue : text.split("\\n\\s*\\n")) {
            List<String> lines = cue.lines().toList();
            int time = 0;
            while (time < lines.size() && !TIME.matcher(lines.get(time)).matches()) {
                time++;
            }
            if (time < lines.size()) {
                add(voices, String.join(" ", lines.subList(time + 1, lines.size())));
            }
        }
        return voices;
    }

    /** @param speaker empty if no speaker is named */
    static ConversationMessage voice(String speaker, String text) {
        return speaker.isEmpty() ? ConversationMessage.user(text) : ConversationMessage.user(speaker, text);
    }

    private static void add(List<ConversationMessage> voices, String cue) {
        Matcher named = VOICE.matcher(cue);
        String speaker = named.find() ? named.group(1).strip() : "";
        String text = TAG.matcher(cue).replaceAll("").replace("&amp;", "&").strip();
        if (text.isEmpty()) {
            return;
        }
        int last = voices.size() - 1;
        if (last >= 0 && !speaker.isEmpty() && speaker.equals(voices.get(last).name())) {
            voices.set(last, voice(speaker, voices.get(last).content() + " " + text));
        } else {
            voices.add(voice(speaker, text));
        }
    }
}
