package io.memu4j.migrations;

/** Migrates and stops dead, as by kill -9, before or after the first statement that contains a given text. */
final class HaltMain {
    static final int HALTED = 77;

    private HaltMain() {}

    public static void main(String[] arguments) {
        TestDatabase database = new TestDatabase(arguments[0], arguments[1].equals("-") ? null : arguments[1], "");
        boolean before = arguments[2].equals("before");
        LendingDataSource lending = new LendingDataSource(database, true, (sql, executed) -> {
            if (sql.contains(arguments[3]) && executed != before) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        MemoryMigrations.migrate(lending);
    }
}
