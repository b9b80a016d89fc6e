package io.memu4j.internal.transfer.load;

import io.memu4j.model.Resource;
import io.memu4j.spi.transfer.TransferRecord;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource with all that belongs to it: written together or not at all. One thread. */
final class SourceGroup {
    final long line;
    final TransferRecord.OfResource head;
    final List<TransferRecord.OfPassage> passages = new ArrayList<>();
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(0);

    /** Where its copy was kept for a write that is still to come. */
    @Nullable
    String blobKey;

    SourceGroup(long line, TransferRecord.OfResource head) {
        this.line = line;
        this.head = head;
    }

    Resource resource() {
        return head.resource();
    }

    void add(TransferRecord.OfPassage passage) {
        passages.add(passage);
    }

    void add(TransferRecord.OfCopy piece) {
        copy.writeBytes(piece.piece());
    }

    /** Whether everything has come that the head announces. */
    boolean isWhole() {
        return passages.size() == head.passages() && (head.copyBytes() == null || head.copyBytes() == copy.size());
    }

    /** Whether more has come than the head announces, which would go on without an end. */
    boolean isMore() {
        return passages.size() > head.passages() || copy.size() > (head.copyBytes() == null ? 0 : head.copyBytes());
    }

    byte @Nullable [] copy() {
        return head.copyBytes() == null ? null : copy.toByteArray();
    }

    /** How much it holds, in rows or as many kilobytes. */
    int weight() {
        return 1 + passages.size() + copy.size() / 8_192;
    }
}
