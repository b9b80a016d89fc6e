package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a doctor finds and sees to on one kind of database, each time on one of its own. */
public abstract class DoctorContract extends DoctorOfCopies {
    /** For the tests of a store. */
    protected DoctorContract() {}

    @Override
    protected abstract StoreFixture open() throws Exception;

    @Test
    void a_memory_in_order_has_no_findings() {
        assertThat(memu.admin().doctor(false)).isEqualTo(new DoctorReport(1, List.of()));
        assertThat(memu.admin().doctor(true).isHealthy()).isTrue();
    }

    @Test
    void missing_vectors_are_found_and_made() {
        factory(Models.none()).service(ANA).memorize(MemorizeRequest.text("notes", "I adopted a parrot called Kiwi."));
        assertThat(only(Area.VECTORS, false).problem()).contains("1 memories");
        only(Area.VECTORS, true);
        assertThat(scope().vectors().countMissing(model.space())).isZero();
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_change_of_the_model_that_was_begun_is_named_and_left_whatever_model_is_configured() {
        beginChange();
        long prepared = vectorsOf(other);
        Finding finding = only(Area.VECTORS, true);
        assertThat(finding.problem()).contains("another model");
        assertThat(finding.fixable()).isFalse();
        assertThat(finding.remedy()).contains("memu reembed");
        List<Finding> renewed = factory(Models.of(other)).admin().doctor(true).findings();
        assertThat(renewed).hasSize(2).noneMatch(Finding::fixed);
        assertThat(renewed.get(0).problem()).contains("another embedding model");
        assertThat(renewed.get(1).remedy()).contains("memu reembed");
        assertThat(vectorsOf(other)).isEqualTo(prepared);
    }

    @Test
    void missing_vectors_are_made_during_a_change_of_the_model_and_what_is_prepared_stays() {
        factory(Models.none()).service(ANA).memorize(MemorizeRequest.text("notes", "I adopted a parrot called Kiwi."));
        beginChange();
        long prepared = vectorsOf(other);
        assertThat(memu.admin().doctor(true).findings())
                .extracting(Finding::area, Finding::fixed)
                .containsExactly(tuple(Area.VECTORS, true), tuple(Area.VECTORS, false));
        assertThat(scope().vectors().countMissing(model.space())).isZero();
        assertThat(vectorsOf(other)).isEqualTo(prepared);
    }

    @Test
    void vectors_that_a_change_left_are_named_and_deleted_by_a_change_to_the_model_in_use() {
        Resource resource = ana.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
        scope().vectors()
                .add(
                        List.of(new Embedding(OwnerKind.RESOURCE, resource.id(), other.space(), new float[32])),
                        scope().watermark());
        assertThat(only(Area.VECTORS, true).fixed()).isFalse();
        assertThat(vectorsOf(other)).isEqualTo(1);
        assertThat(memu.admin().reembed(ReembedRequest.ALL)).isEqualTo(new ReembedReport(model.space(), 1, 0, 0, 1));
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_memory_on_another_model_is_named_and_not_touched() {
        long vectors = ana.counts().embeddings();
        DoctorReport report = factory(Models.of(other)).admin().doctor(true);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).remedy()).contains("memu reembed");
        assertThat(report.isHealthy()).isFalse();
        assertThat(ana.counts().embeddings()).isEqualTo(vectors);
    }

    /** A change to the other model that ends after one batch. */
    private void beginChange() {
        RecordingEmbeddingModel failing = new RecordingEmbeddingModel(other);
        failing.failAt(2);
        assertThatThrownBy(() -> memu.admin()
                        .reembed(ReembedRequest.ALL.withModel(failing).withBatch(2)))
                .isInstanceOf(ModelException.class);
    }

    private long vectorsOf(TextEmbedder made) {
        return scope().vectors().bySpace().getOrDefault(made.space(), 0L);
    }
}
