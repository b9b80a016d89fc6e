package io.memu4j.store.jpa.session;

import io.memu4j.error.IsolationException;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.entity.Scoped;
import org.hibernate.Interceptor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;

/**
 * The scope a session is bound to, carried by the session as its interceptor, and the comparison of every entity that is written with
 * it; {@link Selection} compares what is read, because Hibernate tells no listener what a stateless session loads. It stands behind the
 * filters and composite keys: it only ever fires when one of those is broken.
 */
public final class ScopeGuard implements Interceptor {
    private final MemoryScope scope;
    private final boolean on;

    public ScopeGuard(MemoryScope scope, Layers layers) {
        this.scope = scope;
        this.on = layers.guard();
    }

    MemoryScope scope() {
        return scope;
    }

    /** Makes every session of that factory compare. */
    static void register(SessionFactoryImplementor factory) {
        Listener listener = new Listener();
        var groups = factory.getEventListenerGroups();
        groups.eventListenerGroup_POST_LOAD.appendListener(listener);
        groups.eventListenerGroup_PRE_INSERT.appendListener(listener);
        groups.eventListenerGroup_PRE_UPDATE.appendListener(listener);
        groups.eventListenerGroup_PRE_DELETE.appendListener(listener);
        groups.eventListenerGroup_PRE_UPSERT.appendListener(listener);
    }

    /**
     * Refuses an entity of another scope; what is not an entity passes.
     *
     * @throws IsolationException when it is one
     */
    void compare(Object result) {
        if (on && result instanceof Scoped row && !row.isIn(scope)) {
            throw new IsolationException("A row of another scope reached a session of " + scope
                    + ". Nothing was returned or written; please report this as a defect.");
        }
    }

    private static void compare(SharedSessionContractImplementor session, Object entity) {
        if (!(session.getInterceptor() instanceof ScopeGuard guard)) {
            throw new IsolationException("This session is bound to no scope. Open sessions through ScopedSessions.");
        }
        guard.compare(entity);
    }

    private static final class Listener
            implements PostLoadEventListener,
                    PreInsertEventListener,
                    PreUpdateEventListener,
                    PreDeleteEventListener,
                    PreUpsertEventListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void onPostLoad(PostLoadEvent event) {
            compare(event.getSession(), event.getEntity());
        }

        @Override
        public boolean onPreInsert(PreInsertEvent event) {
            compare(event.getSession(), event.getEntity());
            return false;
        }

        @Override
        public boolean onPreUpdate(PreUpdateEvent event) {
            compare(event.getSession(), event.getEntity());
            return false;
        }

        @Override
        public boolean onPreDelete(PreDeleteEvent event) {
            compare(event.getSession(), event.getEntity());
            return false;
        }

        @Override
        public boolean onPreUpsert(PreUpsertEvent event) {
            compare(event.getSession(), event.getEntity());
            return false;
        }
    }
}
