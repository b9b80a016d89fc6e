package io.memu4j.langchain4j;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.retrieve.RetrieveRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Recalls memory for LangChain4j's own augmentor, beside other retrievers. Where memory is the only source,
 * {@link MemuRetrievalAugmentor} leaves out the words that LangChain4j puts around contents. Thread-safe.
 */
public final class MemuContentRetriever implements ContentRetriever {
    private final Recall recall;

    private MemuContentRetriever(Recall recall) {
        this.recall = recall;
    }

    /**
     * Returns a retriever with default options.
     *
     * @param memory the memory; the application closes it
     * @param scopes says whose memory a call reads
     * @return the retriever
     */
    public static MemuContentRetriever of(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
        return new MemuContentRetriever(new Recall(new MemoryAccess(memory, scopes), RetrieveRequest::of));
    }

    /**
     * Returns a copy that asks in another way, for example with a larger budget for the prompt.
     *
     * @param requests makes a request of a message, {@link RetrieveRequest#of} by default
     * @return the copy
     */
    public MemuContentRetriever withRequests(Function<String, RetrieveRequest> requests) {
        return new MemuContentRetriever(new Recall(recall.access(), requests));
    }

    /**
     * Returns what the memory of the user holds about a query.
     *
     * @param query the query; its metadata say whose it is
     * @return the block of {@link io.memu4j.retrieve.RetrieveResult#toPrompt()} as one content; none if nothing was found
     * @throws io.memu4j.error.ConfigurationException if the query does not say whose it is
     */
    @Override
    public List<Content> retrieve(Query query) {
        String block = recall.block(query.text(), query.metadata());
        return block.isEmpty() ? List.of() : List.of(Content.from(block));
    }
}
