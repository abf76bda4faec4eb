using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Withdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A word like every other choice; it was a number.
            migrationBuilder.Sql("alter table survey alter column audience type character varying(30) using case audience when 0 then 'Actors' else 'Persons' end");

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_leaves",
                table: "pilot",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_reason",
                table: "pilot",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "withdrawal_leaves",
                table: "pilot");

            migrationBuilder.DropColumn(
                name: "withdrawal_reason",
                table: "pilot");

            migrationBuilder.Sql("alter table survey alter column audience type integer using case audience when 'Actors' then 0 else 1 end");
        }
    }
}
