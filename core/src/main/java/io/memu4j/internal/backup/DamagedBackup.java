package io.memu4j.internal.backup;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Says in a clause what is wrong with a backup; turned into a failure that names it. */
final class DamagedBackup extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedBackup(String clause) {
        this(clause, null);
    }

    DamagedBackup(String clause, @Nullable Throwable cause) {
        super(clause, cause);
    }
}
