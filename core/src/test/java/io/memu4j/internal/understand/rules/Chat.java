package io.memu4j.internal.understand.rules;

import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Texts to understand, made of lines {@code Name: text}; said on Monday, 8 May 2023. */
public final class Chat {
    private Chat() {}

    static UnderstandingRequest of(String... lines) {
        return new UnderstandingRequest(
                Modality.CONVERSATION, List.of(), passages(lines), true, ZoneOffset.UTC, "chat");
    }

    static UnderstandingRequest document(String name, String... paragraphs) {
        List<Passage> passages = new ArrayList<>();
        for (String paragraph : paragraphs) {
            passages.add(Passage.builder("p" + passages.size(), "r", passages.size(), paragraph, Instant.EPOCH)
                    .build());
        }
        return new UnderstandingRequest(Modality.DOCUMENT, List.of(), passages, true, ZoneOffset.UTC, name);
    }

    public static List<Passage> passages(String... lines) {
        List<Passage> passages = new ArrayList<>();
        for (String line : lines) {
            String[] sides = line.split(": ", 2);
            String role = sides[0].equals("assistant") ? "assistant" : "user";
            OffsetDateTime at =
                    OffsetDateTime.of(2023, 5, 8, 13, 56, 0, 0, ZoneOffset.UTC).plusSeconds(passages.size());
            passages.add(Passage.builder("p" + passages.size(), "r", passages.size(), sides[1], Instant.EPOCH)
                    .speaker(sides[0])
                    .role(role)
                    .saidAt(at)
                    .build());
        }
        return passages;
    }
}
