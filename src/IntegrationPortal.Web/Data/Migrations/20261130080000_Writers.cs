using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Writers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Where the migration before ran when it was new, it brought this column to the case alone; where it ran later, to both.
            migrationBuilder.Sql("alter table participation add column if not exists next_end_on date");

            migrationBuilder.AddColumn<Guid[]>(
                name: "writer_user_ids",
                table: "entry_version",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            // Who began a version has written on it; colleagues before today stand in the audit trail only. By DDL, so that neither walls nor the shelf stand in between.
            migrationBuilder.Sql(
                "alter table entry_version alter column writer_user_ids type uuid[] using case when author_user_id is null then '{}'::uuid[] else array[author_user_id] end");

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "entry_comment",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "De");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "writer_user_ids",
                table: "entry_version");

            migrationBuilder.DropColumn(
                name: "language",
                table: "entry_comment");

            migrationBuilder.DropColumn(
                name: "next_end_on",
                table: "participation");
        }
    }
}
