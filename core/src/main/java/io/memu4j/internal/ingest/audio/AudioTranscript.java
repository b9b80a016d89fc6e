package io.memu4j.internal.ingest.audio;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.ingest.conversation.Conversations;
import io.memu4j.internal.ingest.text.JsonText;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said in a recording: by whom, where that is told, else as one text.
 *
 * @param messages empty if no speaker is named
 * @param text empty where there are messages
 */
public record AudioTranscript(List<ConversationMessage> messages, String text) {
    public AudioTranscript {
        messages = List.copyOf(messages);
    }

    /** What a transcription model wrote down. */
    public static AudioTranscript spoken(String subject, String text, ZoneId zone) {
        return plain(subject, text, zone);
    }

    /**
     * A transcript in a file: plain text, {@code Name: text} lines, subtitles (SRT, WebVTT), or JSON as messages or as Whisper writes it.
     *
     * @throws io.memu4j.error.InvalidInputException when it is called JSON and is none
     */
    public static AudioTranscript of(TextContent content, ZoneId zone) {
        if (content.isNamed("srt", "vtt")) {
            List<ConversationMessage> voices = Subtitles.of(content.text());
            return voices.stream().allMatch(voice -> voice.name() == null)
                    ? plain(content.subject(), joined(voices), zone)
                    : new AudioTranscript(voices, "");
        }
        if (content.isNamed("json")) {
            JsonNode root = JsonText.parse(content);
            Optional<AudioTranscript> whisper = whisper(content.subject(), root, zone);
            return whisper.orElseGet(() -> new AudioTranscript(Conversations.read(content, zone), ""));
        }
        return plain(content.subject(), content.text(), zone);
    }

    /** {@code segments} with {@code text} and perhaps {@code speaker}, or {@code text} alone. */
    private static Optional<AudioTranscript> whisper(String subject, JsonNode root, ZoneId zone) {
        List<ConversationMessage> voices = new ArrayList<>();
        for (JsonNode segment : root.path("segments")) {
            String text = segment.path("text").asText("").strip();
            if (!text.isEmpty()) {
                String speaker = segment.path("speaker").asText("").strip();
                voices.add(Subtitles.voice(speaker, text));
            }
        }
        if (voices.stream().anyMatch(voice -> voice.name() != null)) {
            return Optional.of(new AudioTranscript(voices, ""));
        }
        String text = root.path("text").asText("").strip();
        String whole = text.isEmpty() ? joined(voices) : text;
        return whole.isEmpty() ? Optional.empty() : Optional.of(plain(subject, whole, zone));
    }

    private static AudioTranscript plain(String subject, String text, ZoneId zone) {
        return Conversations.recognise(new TextContent(subject, null, text), zone)
                .map(messages -> new AudioTranscript(messages, ""))
                .orElseGet(() -> new AudioTranscript(List.of(), text));
    }

    /** A line per cue where each names its speaker; otherwise sentences go on from cue to cue. */
    private static String joined(List<ConversationMessage> voices) {
        boolean named = voices.stream().allMatch(voice -> voice.content().matches("(?s)[\\p{L} .'-]{1,40}:\\s.*"));
        return String.join(
                named ? "\n" : " ",
                voices.stream().map(ConversationMessage::content).toList());
    }

    @Override
    public String toString() {
        return "Transcript[" + messages.size() + " messages, " + text.length() + " characters]";
    }
}
