-- Whether what the merge of a person moved is kept, so that it can be put back.
SELECT EXISTS (SELECT FROM person_merge WHERE person = $1)
