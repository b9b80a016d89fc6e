package io.memu4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.store.jpa.JpaMemoryStore;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory that is called within a transaction of JTA, on connections that take part in it. */
abstract class JtaContract {
    private static final MemoryScope SCOPE = new MemoryScope("olga", "shop");
    private static final MemorizeRequest KITE =
            MemorizeRequest.text("order-1", "I ordered a green kite for my nephew Janek.");

    private JtaDatabase database;
    private TransactionManager jta;
    private MemoryServiceFactory memory;

    abstract JtaDatabase database() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        database = database();
        jta = database.transactions();
        memory = open(JtaTransactions.of(jta));
    }

    @AfterEach
    void close() throws Exception {
        if (jta.getStatus() != Status.STATUS_NO_TRANSACTION) {
            jta.rollback();
        }
        memory.close();
        database.close();
    }

    private MemoryServiceFactory open(CallerTransactions transactions) {
        return MemoryServiceFactory.builder()
                .store(JpaMemoryStore.open(database.source(), Migrate.ON_OPEN, transactions))
                .llm(LlmConfig.none())
                .build();
    }

    @Test
    void memory_works_within_a_transaction_which_goes_on_afterwards() throws Exception {
        jta.begin();
        service().memorize(KITE);
        assertThat(service().retrieve("Who gets the kite?").items()).isNotEmpty();
        assertThat(jta.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        database.run("insert into orders values ('kite')");
        jta.commit();
        assertThat(database.orders()).isEqualTo(1);
        assertThat(service().counts().items()).isPositive();
    }

    @Test
    void a_memorize_stays_when_the_transaction_of_the_caller_rolls_back() throws Exception {
        jta.begin();
        service().memorize(KITE);
        database.run("insert into orders values ('kite')");
        jta.rollback();
        assertThat(database.orders()).isZero();
        assertThat(service().counts().items()).isPositive();
    }

    @Test
    void reading_first_does_not_keep_a_connection_from_the_caller() throws Exception {
        service().memorize(KITE);
        jta.begin();
        for (int i = 0; i < 10; i++) {
            service().retrieve("Who gets the kite?");
            service().items().list(io.memu4j.model.ItemFilter.ALL, io.memu4j.model.PageRequest.first(10));
        }
        database.run("insert into orders values ('kite')");
        jta.commit();
        assertThat(database.source().getMetrics().activeCount()).isZero();
    }

    @Test
    void without_suspension_the_connection_is_refused() throws Exception {
        try (MemoryServiceFactory joining = open(CallerTransactions.NONE)) {
            jta.begin();
            assertThatThrownBy(() -> joining.service(SCOPE).memorize(KITE)).isInstanceOf(StoreException.class);
            jta.rollback();
        }
    }

    @Test
    void a_source_is_memorized_after_the_commit_and_not_before() throws Exception {
        jta.begin();
        var result = afterCommit().memorize(SCOPE, KITE);
        database.run("insert into orders values ('kite')");
        assertThat(result).isNotDone();
        jta.commit();
        assertThat(result).isCompleted();
        assertThat(service().counts().items()).isPositive();
        assertThat(database.orders()).isEqualTo(1);
    }

    @Test
    void a_roll_back_leaves_no_ghost() throws Exception {
        jta.begin();
        var result = afterCommit().memorize(SCOPE, KITE);
        database.run("insert into orders values ('kite')");
        jta.rollback();
        assertThatThrownBy(result::join).isInstanceOf(CancellationException.class);
        assertThat(service().counts().items()).isZero();
        assertThat(database.orders()).isZero();
    }

    @Test
    void what_can_only_roll_back_memorizes_nothing() throws Exception {
        jta.begin();
        jta.setRollbackOnly();
        assertThat(afterCommit().memorize(SCOPE, KITE)).isCancelled();
        jta.rollback();
        assertThat(service().counts().items()).isZero();
    }

    @Test
    void without_a_transaction_it_is_memorized_at_once() {
        assertThat(afterCommit().memorize(SCOPE, KITE)).isCompleted();
        assertThat(service().counts().items()).isPositive();
    }

    @Test
    void a_failure_after_the_commit_reaches_the_future_and_not_the_transaction() throws Exception {
        jta.begin();
        var result = afterCommit().memorize(SCOPE, MemorizeRequest.text("order-2", ""));
        database.run("insert into orders values ('kite')");
        jta.commit();
        assertThat(result).isCompletedExceptionally();
        assertThat(database.orders()).isEqualTo(1);
    }

    private MemoryService service() {
        return memory.service(SCOPE);
    }

    private AfterCommit afterCommit() {
        return AfterCommit.of(memory, JtaTransactions.of(jta), Runnable::run);
    }
}
