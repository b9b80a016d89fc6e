package io.memu4j.internal.write;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.internal.category.CategoryLinker;
import io.memu4j.internal.category.CategorySummarizer;
import io.memu4j.internal.ingest.SourceReader;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.model.IdSource;
import io.memu4j.model.ModelCallListener;
import io.memu4j.spi.llm.Models;
import java.time.Clock;

/** The services that writes share. */
public record WriteServices(
        MemorizeConfig config,
        SourceReader reader,
        Understanding understanding,
        CategoryLinker linker,
        CategorySummarizer summarizer,
        Models models,
        ModelCallListener modelCalls,
        BlobLifecycle blobs,
        ScopeLocks locks,
        IdSource ids,
        Clock clock) {}
