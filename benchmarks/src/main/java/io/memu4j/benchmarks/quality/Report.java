package io.memu4j.benchmarks.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one run: overall means all categories but the adversarial one. */
final class Report {
    private final Score overall = new Score();
    private final Map<String, Score> byCategory = new TreeMap<>();
    private final Map<String, Score> byConversation = new TreeMap<>();
    private final SessionScore sessions = new SessionScore();
    private final Times times = new Times();
    private int withoutEvidence;

    Times times() {
        return times;
    }

    Score overall() {
        return overall;
    }

    double adversarialRecallAt10() {
        Score adversarial = byCategory.get(Question.ADVERSARIAL);
        return adversarial == null ? 0 : adversarial.recallAt10();
    }

    double allSessionsAt10() {
        return sessions.allAt10();
    }

    void leftOut(int questions) {
        withoutEvidence += questions;
    }

    void add(String conversation, Question question, Found found) {
        List<MessageId> messages = found.messages();
        score(byCategory, question.category()).add(messages, question.evidence());
        if (!question.isAdversarial()) {
            overall.add(messages, question.evidence());
            score(byConversation, conversation).add(messages, question.evidence());
            sessions.add(found.sessions(), question.sessions());
        }
    }

    void print(PrintStream out) {
        out.println(Score.head());
        byCategory.forEach((name, score) -> out.println(score.line(name)));
        out.println(overall.line("overall") + "  (without adversarial)");
        out.println("by conversation, without adversarial:");
        byConversation.forEach((name, score) -> out.println(score.line("  " + name)));
        out.println(sessions.line());
        out.println(times.line());
        if (withoutEvidence > 0) {
            out.println(withoutEvidence + " questions without evidence were left out");
        }
    }

    /** Writes the figures as JSON, over what is there; shares are between 0 and 1. */
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("overall", overall.shares());
        json.put("categories", shares(byCategory));
        json.put("conversations", shares(byConversation));
        json.put("sessions", sessions.shares());
        json.put("query_ms", times.queryPercentiles());
        json.put("ingest_messages_per_s", times.messagesPerSecond());
        return json;
    }

    private static Map<String, Object> shares(Map<String, Score> scores) {
        Map<String, Object> shares = new LinkedHashMap<>();
        scores.forEach((name, score) -> shares.put(name, score.shares()));
        return shares;
    }

    private static Score score(Map<String, Score> scores, String name) {
        return scores.computeIfAbsent(name, n -> new Score());
    }
}
