package io.memu4j.internal.transfer.export;

import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import io.memu4j.transfer.ExportReport;

/** Counts records as they pass. One thread. */
final class ExportTally implements TransferSink {
    private final TransferSink next;
    private long scopes;
    private long categories;
    private long resources;
    private long passages;
    private long items;
    private long vectors;
    private long copies;
    long copiesMissing;

    ExportTally(TransferSink next) {
        this.next = next;
    }

    @Override
    public void accept(long line, TransferRecord row) {
        next.accept(line, row);
        if (row instanceof TransferRecord.OfScope) {
            scopes++;
        } else if (row instanceof TransferRecord.OfCategory category) {
            categories++;
            vectors += category.vector() == null ? 0 : 1;
        } else if (row instanceof TransferRecord.OfResource resource) {
            resources++;
            vectors += resource.vector() == null ? 0 : 1;
            copies += resource.copyBytes() == null ? 0 : 1;
        } else if (row instanceof TransferRecord.OfPassage passage) {
            passages++;
            vectors += passage.vector() == null ? 0 : 1;
        } else if (row instanceof TransferRecord.OfItem item) {
            items++;
            vectors += item.vector() == null ? 0 : 1;
        }
    }

    ExportReport report() {
        return new ExportReport(scopes, categories, resources, passages, items, vectors, copies, copiesMissing);
    }
}
