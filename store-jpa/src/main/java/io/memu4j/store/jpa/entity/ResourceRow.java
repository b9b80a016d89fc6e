package io.memu4j.store.jpa.entity;

import io.memu4j.internal.value.Digests;
import io.memu4j.model.Cursor;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Modality;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** A resource. */
@Entity
@Table(name = "memu_resources")
@Filter(name = Scoped.FILTER)
public final class ResourceRow implements Scoped, Listed {
    @EmbeddedId
    private RowKey key;

    private long revision;

    @Version
    private long version;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "source_key_hash")
    private String sourceKeyHash;

    private String url;

    private String modality;

    private String state;

    private @Nullable String caption;

    private @Nullable String missing;

    @Column(name = "media_type")
    private @Nullable String mediaType;

    @Column(name = "byte_size")
    private long byteSize;

    @Column(name = "content_hash")
    private String contentHash;

    private String fingerprint;

    @Column(name = "blob_key")
    private @Nullable String blobKey;

    private @Nullable String attributes;

    @Column(name = "created_at", updatable = false)
    private long createdAt;

    @Column(name = "updated_at")
    private long updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ResourceRow() {}

    /** The row of a resource: of version 1 for a new one, else of the version it was made from, which the update raises. */
    public static ResourceRow of(MemoryScope scope, Resource resource, long revision) {
        ResourceRow row = new ResourceRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), resource.id());
        row.revision = revision;
        row.version = Math.max(1, resource.version());
        row.sourceKey = resource.sourceKey();
        row.sourceKeyHash = Digests.sha256(resource.sourceKey());
        row.url = resource.url();
        row.modality = resource.modality().key();
        row.state = resource.state().key();
        row.caption = resource.caption();
        row.missing = resource.missing();
        row.mediaType = resource.mediaType();
        row.byteSize = resource.byteSize();
        row.contentHash = resource.contentHash();
        row.fingerprint = resource.fingerprint();
        row.blobKey = resource.blobKey();
        row.attributes = Attributes.json(resource.attributes());
        row.createdAt = Micros.of(resource.createdAt());
        row.updatedAt = Micros.of(resource.updatedAt());
        return row;
    }

    /** The resource of the row. */
    public Resource toResource() {
        return Resource.builder(key.id(), sourceKey, Modality.of(modality), contentHash, Micros.instant(createdAt))
                .version(version)
                .url(url)
                .state(ResourceState.valueOf(state.toUpperCase(Locale.ROOT)))
                .caption(caption)
                .missing(missing)
                .mediaType(mediaType)
                .byteSize(byteSize)
                .fingerprint(fingerprint)
                .blobKey(blobKey)
                .attributes(Attributes.map(attributes))
                .updatedAt(Micros.instant(updatedAt))
                .build();
    }

    @Override
    public Cursor place() {
        return new Cursor(createdAt, key.id());
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.map(attributes);
    }

    @Override
    public String userId() {
        return key.userId();
    }

    @Override
    public String agentId() {
        return key.agentId();
    }
}
