package io.hyperpodgateway.policy.addition;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;

/// Reads what a document adds to requests: its members `defaults` and `tags`.
public final class AdditionsReader {

    private final DefaultsReader defaults;
    private final AddedTagsReader tags;

    /// @param nodes reads the values, and notes the mistakes
    /// @param model what requests may ask for
    public AdditionsReader(NodeReader nodes, ServiceModel model) {
        this.defaults = new DefaultsReader(nodes, model);
        this.tags = new AddedTagsReader(nodes, model);
    }

    /// What these members of the document add.
    public Additions read(Members document) {
        return new Additions(
                document.value("defaults").map(defaults::read).orElse(Defaults.NONE),
                document.value("tags").map(tags::read).orElse(AddedTags.NONE));
    }
}
