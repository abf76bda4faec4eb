using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class PersonFactMapping : IEntityTypeConfiguration<PersonFact>
{
    public void Configure(EntityTypeBuilder<PersonFact> builder)
    {
        builder.ToTable("person_fact", t => t.HasCheckConstraint("ck_person_fact_one_category", "category > 0 and (category & (category - 1)) = 0"));
        builder.HasKey(f => new { f.TenantId, f.CaseId, f.Id });
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Code).HasMaxLength(50);
        builder.Property(f => f.Value).HasMaxLength(PersonFact.ValueLength);
        builder.Property(f => f.Source).HasMaxLength(PersonFact.SourceLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => new { f.TenantId, f.CaseId, f.PersonId });
    }
}
