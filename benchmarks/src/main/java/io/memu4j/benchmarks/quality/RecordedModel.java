package io.memu4j.benchmarks.quality;

import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A model in a role whose answers are recorded: what was asked before is not asked again. For one thread. */
final class RecordedModel {
    private final String role;
    private final Recording recording;
    private final @Nullable ChatGenerator model;
    private final Clock clock;
    private final SortedSet<String> dates = new TreeSet<>();

    /**
     * Makes a model for a role.
     *
     * @param model answers what was not recorded; null where only recorded answers count
     * @throws InvalidConversationException when the recording is of another model
     */
    RecordedModel(String role, Recording recording, @Nullable ChatGenerator model, Clock clock) {
        this.role = role;
        this.recording = recording;
        this.model = model;
        this.clock = clock;
        Optional<String> recorded = recording.model(role);
        if (model != null && recorded.isPresent() && !recorded.get().equals(model.name())) {
            throw new InvalidConversationException("The recording holds answers of the model " + recorded.get() + " as "
                    + role + ", not of " + model.name() + ". Name another file with --recorded.");
        }
    }

    /**
     * Returns the recorded answer, or asks the model and records what it says.
     *
     * @param subject names the question in messages
     * @throws InvalidConversationException when the answer is not recorded and there is no model to ask
     */
    String answer(String subject, ChatRequest request) {
        Recording.Entry known = recording.find(role, request).orElse(null);
        if (known == null) {
            if (model == null) {
                throw new InvalidConversationException("The recording has no answer of the " + role + " for " + subject
                        + ", as it is asked now. The prompt block or the options differ from those of the recording:"
                        + " record again with --llm and --chat-model.");
            }
            String said = model.chat(request).text();
            known = new Recording.Entry(
                    role, model.name(), LocalDate.now(clock).toString(), request.system(), request.user(), said);
            try {
                recording.add(known);
            } catch (IOException e) {
                throw new UncheckedIOException("The answers could not be recorded: " + e.getMessage() + ".", e);
            }
        }
        dates.add(known.date());
        return known.answer();
    }

    /** Says which model answered, and when. */
    String origin() {
        String name = recording.model(role).orElse("none");
        if (dates.isEmpty()) {
            return role + " " + name;
        }
        String first = dates.first();
        String last = dates.last();
        return role + " " + name + ", " + (first.equals(last) ? first : first + " to " + last);
    }
}
