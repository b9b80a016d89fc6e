package io.memu4j.internal.blob;

import io.memu4j.spi.store.StoreIdentity;
import java.nio.file.Path;

/** A database to own copies in tests. */
final class TestOwner {
    static final String ID = "0123456789abcdef0123456789abcdef";

    private TestOwner() {}

    static OwnerFolder in(Path all) {
        return new OwnerFolder(all, new StoreIdentity(ID, "heap", null));
    }

    static OwnerFolder ofFile(Path all, String id, Path file) {
        return new OwnerFolder(all, new StoreIdentity(id, file.toString(), file));
    }
}
