package io.memu4j.langchain4j;

import static java.util.stream.Collectors.joining;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.retrieve.RetrieveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Puts what the memory holds about the message of a user before it, fenced as data. Everything else of the message stays: name,
 * attributes, pictures. Thread-safe.
 */
public final class MemuRetrievalAugmentor implements RetrievalAugmentor {
    private final Recall recall;

    private MemuRetrievalAugmentor(Recall recall) {
        this.recall = recall;
    }

    /**
     * Returns an augmentor with default options.
     *
     * @param memory the memory; the application closes it
     * @param scopes says whose memory a call reads
     * @return the augmentor
     */
    public static MemuRetrievalAugmentor of(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
        return new MemuRetrievalAugmentor(new Recall(new MemoryAccess(memory, scopes), RetrieveRequest::of));
    }

    /**
     * Returns a copy that asks in another way, for example with a larger budget for the prompt.
     *
     * @param requests makes a request of a message, {@link RetrieveRequest#of} by default
     * @return the copy
     */
    public MemuRetrievalAugmentor withRequests(Function<String, RetrieveRequest> requests) {
        return new MemuRetrievalAugmentor(new Recall(recall.access(), requests));
    }

    /**
     * Adds what was recalled to a message.
     *
     * @param request the message; its metadata say whose it is
     * @return the message as it was if nothing was found or it is not of a user, and what was recalled as the only content
     * @throws io.memu4j.error.MissingScopeException if the message does not say whose it is
     */
    @Override
    public AugmentationResult augment(AugmentationRequest request) {
        if (!(request.chatMessage() instanceof UserMessage message)) {
            return new AugmentationResult(request.chatMessage(), List.of());
        }
        String block = recall.block(textOf(message), request.metadata());
        return block.isEmpty()
                ? new AugmentationResult(message, List.of())
                : new AugmentationResult(
                        prefixed(message, block), List.of(dev.langchain4j.rag.content.Content.from(block)));
    }

    /** The block joins the first text, so that a message of one text stays one: not all models take several. */
    private static UserMessage prefixed(UserMessage message, String block) {
        List<Content> contents = new ArrayList<>(message.contents());
        if (contents.get(0) instanceof TextContent first) {
            contents.set(0, TextContent.from(block + "\n\n" + first.text()));
        } else {
            contents.add(0, TextContent.from(block));
        }
        return message.toBuilder().contents(contents).build();
    }

    private static String textOf(UserMessage message) {
        return message.contents().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(joining("\n"));
    }
}
