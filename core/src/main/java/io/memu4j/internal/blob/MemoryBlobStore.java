package io.memu4j.internal.blob;

import io.memu4j.error.NotFoundException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobHold;
import io.memu4j.spi.blob.BlobStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Copies in the heap; they live as long as this object. */
public final class MemoryBlobStore implements BlobStore {
    private final Map<BlobKey, Copy> copies = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SweepGate gate = SweepGate.inProcess();

    private record Copy(byte[] content, Instant kept) {}

    MemoryBlobStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String put(MemoryScope scope, String name, byte[] content) {
        BlobKey key = BlobKey.of(scope, name);
        copies.put(key, new Copy(content.clone(), clock.instant()));
        return key.toString();
    }

    @Override
    public byte[] get(MemoryScope scope, String key) {
        Copy copy = copies.get(BlobKey.parse(scope, key));
        if (copy == null) {
            throw new NotFoundException("The copy " + key + " does not exist. It was deleted, or never kept.");
        }
        return copy.content().clone();
    }

    @Override
    public void files(Consumer<BlobFile> each) {
        copies.forEach(
                (key, copy) -> each.accept(new BlobFile(key.toString(), copy.content().length, copy.kept(), false)));
    }

    @Override
    public void delete(BlobFile file) {
        copies.keySet().removeIf(key -> key.toString().equals(file.key()));
    }

    @Override
    public void delete(MemoryScope scope, String key) {
        copies.remove(BlobKey.parse(scope, key));
    }

    @Override
    public List<String> keys(MemoryScope scope) {
        String folder = scope.longHash();
        return copies.keySet().stream()
                .filter(key -> key.folder().equals(folder))
                .map(BlobKey::toString)
                .toList();
    }

    /** There is no other place for what ends with this object. */
    @Override
    public boolean isPlaceOf(MemoryScope scope) {
        return true;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public List<Path> unowned() {
        return List.of();
    }

    @Override
    public void tidy(MemoryScope scope) {}

    @Override
    public BlobHold hold() {
        return gate.hold();
    }

    @Override
    public boolean sweep(Runnable deletions) {
        return gate.sweep(deletions);
    }
}
