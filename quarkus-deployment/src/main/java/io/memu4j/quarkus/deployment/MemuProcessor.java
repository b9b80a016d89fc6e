package io.memu4j.quarkus.deployment;

import io.memu4j.quarkus.DefaultDatabase;
import io.memu4j.quarkus.IdentityScope;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import java.util.List;
import org.jboss.jandex.DotName;

/** Adds what only Quarkus has to the beans of memu4j-jakarta, which ArC finds by itself, and keeps those that are looked up at run time. */
public final class MemuProcessor {
    private static final String OURS = "io.memu4j.";

    /** Types of which {@code memu4j-jakarta} looks for beans of the application. */
    private static final List<String> LOOKED_UP = List.of(
            "io.memu4j.ScopeProvider",
            "io.memu4j.MemoryServiceFactory$Builder",
            "io.memu4j.config.MemorySettings",
            "io.memu4j.model.ModelCallListener",
            "io.memu4j.spi.llm.Models",
            "io.memu4j.spi.transaction.CallerTransactions",
            "dev.langchain4j.model.chat.ChatModel",
            "dev.langchain4j.model.embedding.EmbeddingModel",
            "javax.sql.DataSource",
            "jakarta.transaction.TransactionManager");

    /** Creates the processor; Quarkus does. */
    public MemuProcessor() {}

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("memu4j");
    }

    @BuildStep
    void addBeans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(IdentityScope.class));
        }
        if (capabilities.isPresent(Capability.AGROAL)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(DefaultDatabase.class));
        }
    }

    @BuildStep
    UnremovableBeanBuildItem keepBeans() {
        List<DotName> lookedUp = LOOKED_UP.stream().map(DotName::createSimple).toList();
        return new UnremovableBeanBuildItem(
                bean -> bean.getBeanClass().toString().startsWith(OURS)
                        || bean.getTypes().stream().anyMatch(type -> lookedUp.contains(type.name())));
    }
}
