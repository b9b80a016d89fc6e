package io.memu4j.benchmarks.quality;

import io.memu4j.model.Message;
import java.util.List;
import java.util.SortedMap;

/**
 * A long conversation and questions about it.
 *
 * @param sessions messages by number of session
 */
record Conversation(String name, SortedMap<Integer, List<Message>> sessions, List<Question> questions) {}
