package io.memu4j.benchmarks.quality;

import io.memu4j.model.ConversationMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up chat of two people, some 20 words a message, hardly a message twice. */
final class SmallTalk {
    private static final String[] OPENINGS = {
        "Hey %s, good to hear from you!",
        "You know, %s,",
        "Wow, that sounds great, %s!",
        "By the way,",
        "Honestly,",
        "Oh,"
    };
    private static final String[] STATEMENTS = {
        "I moved to %s in %s and I am still looking for a %s.",
        "my %s started a new job at a %s near %s last %s.",
        "I have been learning to play the %s since %s, it keeps me calm.",
        "we visited %s in %s and took a lot of pictures of the %s.",
        "I really love %s, but my %s prefers %s.",
        "next %s I will run the half marathon in %s with my %s.",
        "the doctor in %s told me in %s to sleep more and to give up the %s."
    };
    private static final String[] ENDINGS = {
        "What about you?", "It was so much fun.", "I will tell you more when we meet.", "How is your family doing?", ""
    };
    private static final String[] WORDS =
            ("Lisbon Porto Oslo Kyoto Lima Cairo sister brother neighbour cousin piano violin guitar bakery library school museum"
                            + " March April June October November garden kayak bicycle camera painting yoga coffee chess hiking"
                            + " Sunday Friday summer winter autumn roses dogs trains soup novels lamps kites maps boats drums")
                    .split(" ");

    private SmallTalk() {}

    static List<ConversationMessage> of(int messages) {
        Random random = new Random(5);
        OffsetDateTime time = OffsetDateTime.parse("2025-03-01T18:00:00Z");
        List<ConversationMessage> chat = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            time = time.plusSeconds(i % 25 == 0 ? 200_000 : 40);
            String speaker = i % 2 == 0 ? "Ana" : "Bo";
            String text = String.format(pick(OPENINGS, random), i % 2 == 0 ? "Bo" : "Ana") + " " + statement(random)
                    + " " + statement(random) + " " + pick(ENDINGS, random);
            chat.add(ConversationMessage.user(speaker, text.strip()).at(time));
        }
        return chat;
    }

    private static String statement(Random random) {
        return String.format(
                pick(STATEMENTS, random),
                pick(WORDS, random),
                pick(WORDS, random),
                pick(WORDS, random),
                pick(WORDS, random));
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
