package io.memu4j.benchmarks.quality;

import io.memu4j.config.LlmConfig;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how well the messages that prove an answer are found: {@code RetrievalQuality [--no-embeddings] DIR...}, a directory being one
 * conversation or a folder of them.
 */
public final class RetrievalQuality {
    private final Score overall = new Score();
    private final Map<String, Score> byCategory = new TreeMap<>();
    private final Map<String, Score> byConversation = new TreeMap<>();

    private RetrievalQuality() {}

    /** Runs the measurement and prints a table. */
    public static void main(String[] args) throws IOException {
        List<String> folders = new ArrayList<>(List.of(args));
        boolean lexical = folders.remove("--no-embeddings");
        RetrievalQuality quality = new RetrievalQuality();
        for (String folder : folders) {
            for (Conversation conversation : ConversationReader.read(Path.of(folder))) {
                Models models = lexical ? Models.none() : new LocalModelProvider().create(LlmConfig.local());
                try (Subject subject = new Subject(conversation.name(), models)) {
                    quality.measure(conversation, subject);
                }
            }
        }
        quality.print();
    }

    private void measure(Conversation conversation, Subject subject) {
        conversation.sessions().forEach(subject::memorize);
        for (Question question : conversation.questions()) {
            List<MessageId> found = subject.ask(question.text());
            count(byCategory, question.category(), found, question);
            if (!question.isAdversarial()) {
                overall.add(found, question.evidence());
                count(byConversation, conversation.name(), found, question);
            }
        }
    }

    private static void count(Map<String, Score> scores, String name, List<MessageId> found, Question question) {
        scores.computeIfAbsent(name, n -> new Score()).add(found, question.evidence());
    }

    private void print() {
        System.out.println(Score.head());
        byCategory.forEach((name, score) -> System.out.println(score.line(name)));
        byConversation.forEach((name, score) -> System.out.println(score.line(name)));
        System.out.println(overall.line("overall") + "  (without adversarial)");
    }
}
