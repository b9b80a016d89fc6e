package io.memu4j.internal.transfer.load;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.IdSource;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records to a store in batches, each whole or not at all; holds one batch or one resource at a time. One use. */
public final class Importer implements TransferSink, AutoCloseable {
    private static final int BATCH = 500;

    private final MemoryStore store;
    private final Optional<BlobStore> blobs;
    private final @Nullable TextEmbedder model;
    private final IdSource ids;
    private final ImportOptions options;
    private final List<ImportReport.ImportedScope> done = new ArrayList<>();

    private @Nullable ScopeImport scope;
    private @Nullable SourceGroup open;
    private final List<TransferRecord.OfCategory> categories = new ArrayList<>();
    private final List<SourceGroup> sources = new ArrayList<>();
    private final List<ItemStep.Row> items = new ArrayList<>();

    public Importer(
            MemoryStore store,
            Optional<BlobStore> blobs,
            @Nullable TextEmbedder model,
            IdSource ids,
            ImportOptions options) {
        this.store = store;
        this.blobs = blobs;
        this.model = model;
        this.ids = ids;
        this.options = options;
    }

    @Override
    public void accept(long line, TransferRecord row) {
        if (row instanceof TransferRecord.OfScope next) {
            finishScope();
            scope = new ScopeImport(
                    store.in(options.target(next.scope())),
                    next.scope(),
                    next.space(),
                    model,
                    blobs,
                    options.keepVectors());
            return;
        }
        ScopeImport to = requireScope(line);
        if (row instanceof TransferRecord.OfCategory category) {
            categories.add(category);
        } else if (row instanceof TransferRecord.OfResource resource) {
            closeSource(line);
            open = new SourceGroup(line, resource);
        } else if (row instanceof TransferRecord.OfPassage passage) {
            SourceGroup source = source(line, passage.passage().resourceId());
            source.add(passage);
            requireNoMore(line, source);
        } else if (row instanceof TransferRecord.OfCopy copy) {
            SourceGroup source = source(line, copy.resourceId());
            source.add(copy);
            requireNoMore(line, source);
        } else if (row instanceof TransferRecord.OfItem item) {
            closeSource(line);
            items.add(new ItemStep.Row(line, item));
        }
        writeFull(to);
    }

    /** Writes what is left. */
    public List<ImportReport.ImportedScope> finish() {
        closeSource(0);
        finishScope();
        return List.copyOf(done);
    }

    /** Writes what is left of a file that was cut off: all but a resource that did not come whole. */
    public List<ImportReport.ImportedScope> finishCutOff() {
        if (open != null && !open.isWhole()) {
            open = null;
        }
        return finish();
    }

    private void writeFull(ScopeImport to) {
        if (categories.size() >= BATCH) {
            writeCategories(to);
        }
        if (sources.stream().mapToInt(SourceGroup::weight).sum() >= BATCH) {
            writeSources(to);
        }
        if (items.size() >= BATCH) {
            writeAll(to);
        }
    }

    private void finishScope() {
        closeSource(0);
        if (scope != null) {
            writeAll(scope);
            done.add(scope.report());
            close();
        }
    }

    /** Lets go of what it holds. What was not written is not. */
    @Override
    public void close() {
        if (scope != null) {
            scope.close();
            scope = null;
        }
    }

    /** What is referred to comes first. */
    private void writeAll(ScopeImport to) {
        writeCategories(to);
        writeSources(to);
        to.commit(() -> new ItemStep(to).plan(items));
        items.clear();
    }

    private void writeCategories(ScopeImport to) {
        to.commit(() -> new CategoryStep(to).plan(categories));
        categories.clear();
    }

    private void writeSources(ScopeImport to) {
        CopyStep copies = new CopyStep(to.store.scope(), blobs, ids);
        boolean written = false;
        try {
            to.commit(() -> new SourceStep(to, copies).plan(sources));
            written = true;
        } finally {
            if (!written) {
                sources.forEach(group -> takeBack(to, copies, group));
            }
            sources.clear();
        }
    }

    /** A write may have succeeded although its acknowledgement failed: a copy goes only where no row names it. */
    private static void takeBack(ScopeImport to, CopyStep copies, SourceGroup group) {
        boolean named = to.store
                .resource(to.ids.of(group.resource().id()))
                .filter(resource ->
                        resource.blobKey() != null && resource.blobKey().equals(group.blobKey))
                .isPresent();
        if (!named) {
            copies.discard(group);
        }
    }

    private void closeSource(long line) {
        if (open == null) {
            return;
        }
        if (!open.isWhole()) {
            throw fault(
                    line == 0 ? open.line : line,
                    "the resource that began in line " + open.line
                            + " does not have the passages or the copy it announced");
        }
        sources.add(open);
        open = null;
    }

    private SourceGroup source(long line, String resourceId) {
        if (open == null || !open.resource().id().equals(resourceId)) {
            throw fault(line, "its resource is not the one before it");
        }
        return open;
    }

    private static void requireNoMore(long line, SourceGroup source) {
        if (source.isMore()) {
            throw fault(
                    line,
                    "the resource that began in line " + source.line
                            + " has more passages or a longer copy than it announced");
        }
    }

    private ScopeImport requireScope(long line) {
        if (scope == null) {
            throw fault(line, "no scope came before it");
        }
        return scope;
    }

    private static InvalidInputException fault(long line, String what) {
        return new InvalidInputException("Line " + line + " of the export cannot be used: " + what
                + ". Its batch was not imported; what came before it was.");
    }
}
